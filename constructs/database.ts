import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { AddressRange, DatabaseEngine, DatabaseOutputs, Place } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import { rangesOf, type Source } from "./address-ranges.ts";
import { addressProp, takeAddresses } from "./addresses-taken.ts";
import { requireApproved } from "./approved.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { moved } from "./moving.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { timeOfDay } from "./time-of-day.ts";

/** Props of a `Database`: engine and version, its network, and what differs from the safe defaults. */
export interface DatabaseProps {
  /** Which database it is, `postgresql`. A cloud that does not sell it says so, and names those that do. */
  readonly engine: DatabaseEngine;
  /**
   * The engine's version, as the operator writes it: `17`. There is no default: one that moved with this library would upgrade your data.
   */
  readonly version: string;
  /** Where its nodes stand. They have no address anywhere else. */
  readonly network: Network;
  /** Subnet by its name. @default the network's first */
  readonly subnet?: string;
  /**
   * Its private address, where the cloud leaves the choice to whoever makes it (IONOS); the first of several, where it takes several. Others choose themselves.
   * @default one that follows from its name, so that nothing beside it moves it
   */
  readonly address?: string;
  /** Which addresses of the network may connect. @default every subnet of the network */
  readonly allowedFrom?: readonly Source[];
  /** How many nodes. @default the fewest that survive the loss of one: 3 for Kafka, MongoDB, OpenSearch and ClickHouse, which vote, else 2 */
  readonly nodes?: number;
  /** Memory of each node: gigabytes, at least, or the operator's own name of a size. @default 4 */
  readonly size?: number | string;
  /** Gigabytes of disk in all. @default what comes with the size */
  readonly storage?: number;
  /** Databases to create in it. @default none: the engine's own first one */
  readonly databases?: readonly string[];
  /**
   * Another place that keeps the backups too, for the day on which this one is gone. It lies inside the policy like everything else.
   * @default none: backups are kept where the database is, and nowhere else
   */
  readonly backupsAlsoAt?: Place;
  /** When backups are taken, universal time. @default "02:00" */
  readonly backupAt?: string;
  /** When the operator may work on it, universal time. @default "04:00" */
  readonly maintenanceAt?: string;
  /** The operator refuses to delete it until this is taken off. @default true: a database that is gone takes its backups with it */
  readonly deletionProtection?: boolean;
  /** Where its log goes. @default none */
  readonly auditLog?: AuditLog;
}

/** Engines whose members elect a leader: two of them cannot outvote anybody. */
const VOTING: readonly DatabaseEngine[] = ["mongodb", "kafka", "opensearch", "clickhouse"];

/**
 * A managed database in a private network: no public address, connections from named addresses only, encrypted connections and disks, daily backups
 * that stay inside the policy, and nobody deletes it by mistake.
 *
 * On OVHcloud: encrypted with the operator's key; it takes none of yours, and the guard's finding says so. Left alone, OVHcloud would keep a second copy
 * of the backups in a region of its own choice: here their regions are always written. Kafka keeps no backups.
 *
 * @example
 * const orders = new Database(stack, "orders", { engine: "postgresql", version: "17", network, databases: ["orders"] });
 * orders.grantConnect(new Identity(stack, "shop"));
 */
export class Database extends Construct {
  /** Which database it is. */
  readonly engine: DatabaseEngine;
  readonly #outputs: DatabaseOutputs;

  constructor(scope: Within<"database">, id: string, props: DatabaseProps) {
    checkedProps(new.target, PROPS, "Database", scope, id, props);
    super(scope, id);
    this.engine = props.engine;
    const here = placeOf(this);
    const there = placeOf(props.network);
    if (here.id !== there.id)
      refuse(
        this,
        `it stands at ${here.id} and its network at ${there.id}. Its nodes are where their network is: put both into one data centre.`,
      );
    const nodes = props.nodes ?? (VOTING.includes(props.engine) ? 3 : 2);
    if (!(Number.isInteger(nodes) && nodes >= 1)) refuse(this, `{ nodes: ${nodes} } is no number of nodes. Say one or more.`);
    for (const name of props.databases ?? [])
      if (!/^[a-z_][a-z0-9_-]{0,62}$/.test(name))
        refuse(
          this,
          `{ databases } names one ${JSON.stringify(name)}. Write lower-case letters, digits, hyphens and underscores, a letter first, at most 63.`,
        );
    const size = props.size ?? 4;
    const choice = props.subnet === undefined ? {} : { id: props.subnet };
    const { subnetId, cidr } = props.network.subnet(choice);
    this.#outputs = lower(this, "database", {
      name: nameOf(this),
      engine: props.engine,
      version: props.version,
      nodes,
      size: typeof size === "number" ? { memory: size } : { name: size },
      ...(props.storage === undefined ? {} : { storage: props.storage }),
      network: {
        networkId: props.network.regionalId,
        subnetId,
        cidr,
        ...addressProp(this, props.address),
      },
      allowedFrom: this.#allowed(props),
      backups: { at: timeOfDay(this, "backupAt", props.backupAt ?? "02:00"), regions: this.#backupRegions(here, props.backupsAlsoAt) },
      maintenanceAt: timeOfDay(this, "maintenanceAt", props.maintenanceAt ?? "04:00"),
      deletionProtection: props.deletionProtection ?? true,
      databases: props.databases ?? [],
      ...(props.auditLog?.auditLogId === undefined ? {} : { auditLogId: props.auditLog.auditLogId }),
    });
    takeAddresses(this, props.network, this.#outputs.addresses);
  }

  /** The operator's id of the service: a reference, known once it is made. */
  get databaseId(): string {
    return this.#outputs.databaseId;
  }

  /** Its name inside the network. */
  get host(): string {
    return this.#outputs.host;
  }

  /** The port at which it listens, as text: a reference where the operator chooses it. */
  get port(): string {
    return this.#outputs.port;
  }

  /** Makes a user for a machine, who reads and writes data and manages nothing. Name and password are the result's `credentials`. */
  grantConnect(identity: Identity): Access {
    return identity.allow({ concept: "database", databaseId: this.databaseId, engine: this.engine, access: "connect" }, this);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }

  #allowed({ allowedFrom, network }: DatabaseProps): readonly AddressRange[] {
    return rangesOf(this, "allowedFrom", allowedFrom ?? [network]);
  }

  #backupRegions(here: Place, said: Place | undefined): readonly string[] {
    if (said === undefined) return [here.region];
    const also = moved(said);
    requireApproved(this, also);
    if (also.cloud.name !== here.cloud.name)
      refuse(
        this,
        `{ backupsAlsoAt } names ${also.id}, another operator's. Its backups go to regions of ${here.cloud.name}; copy a dump into a bucket there to have one elsewhere.`,
      );
    return [here.region, also.region];
  }
}
