import { Construct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import type { EuPlace } from "../../clouds/contract/index.ts";
import {
  type AuditLog,
  Bucket,
  Cluster,
  type ClusterProps,
  Database,
  type DatabaseProps,
  Identity,
  type KeyRing,
  placeOf,
  SecretStore,
  type SecretStoreProps,
  type SshKey,
  type Within,
} from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import { PostgreSql, type PostgreSqlProps } from "../parts/postgresql.ts";
import { PROPS } from "../props/generated.ts";
import type { Standing } from "./addresses.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { Part, Parts, Unless } from "./parts.ts";
import { stateBucket } from "./state-bucket.ts";

/** What one deployment of a landing zone has, beside network, state, data, identities and a secret store, which each has. */
export interface SpokeProps {
  /**
   * Its network goes out by a gateway of its own, and nothing leads from it to the other deployments or to the way in: whoever works there needs a way
   * in of its own, a `PrivateAccess`.
   * @default false: it goes out through the hub
   */
  readonly apart?: boolean;
  /** A cluster for its workloads. Where it stands, who reaches it and where it logs, the landing zone says. @default none */
  readonly cluster?: Pick<ClusterProps, "pools"> & Partial<Omit<ClusterProps, "network" | "subnet" | "auditLog">>;
  /** A database. Where it stands, where its backups go too and where it logs, the landing zone says. @default none */
  readonly database?: Omit<DatabaseProps, "network" | "subnet" | "backupsAlsoAt" | "auditLog">;
  /** Secrets of its workloads, by name. @default none */
  readonly secrets?: SecretStoreProps["secrets"];
}

/** What a landing zone lends to its spokes. */
export interface Lent extends Standing {
  readonly parts: Parts;
  readonly elsewhere: Elsewhere;
  /** The place of copies, absent where the landing zone has none. */
  readonly second?: EuPlace;
  /** Whether buckets and backups have copies there. */
  readonly copies: boolean;
  readonly keyRing?: KeyRing;
  readonly auditLog?: AuditLog;
  readonly allowedFrom: readonly string[];
  readonly sshKey: SshKey;
  readonly signIn?: NonNullable<ClusterProps["signIn"]>;
}

/**
 * One deployment of a landing zone: a team, a product, an environment. It has a network or a subnet of its own, a bucket for its state, an identity that
 * deploys it, one for what runs in it, and data whose copies lie at the second place too. Taking it out of the props takes all of it away.
 *
 * @example
 * const entrances = ["acme/primary/access"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const acme = new LandingZone(app, "acme", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   spokes: { shop: {} },
 * });
 * const shop = acme.spokes.get("shop");
 * console.assert(shop?.data.name !== undefined);
 * app.synth();
 */
export class Spoke<W extends Part = never> extends Construct {
  /** Its state, versioned, with a copy at the second place. One per deployment: who may write one cannot read another's. */
  readonly state: Bucket;
  /** Its data, with a copy at the second place, where there is one. */
  readonly data: Bucket;
  /** Deploys it. Give its credentials to the pipeline, not to people. */
  readonly deployer: Unless<W, "identities", Identity>;
  /** What runs in it. */
  readonly workload: Unless<W, "identities", Identity>;
  /** Its secrets, which only what runs in it reads. */
  readonly secrets: Unless<W, "secretStore", SecretStore>;
  /** Its cluster; undefined where none was asked for. */
  readonly cluster: Cluster | undefined;
  /** Its database, managed or on a machine; undefined where none was asked for. */
  readonly database: Database | PostgreSql | undefined;

  constructor(scope: Construct, id: string, props: SpokeProps, lent: Lent) {
    checkedProps(new.target, PROPS, "Spoke", scope, id, props);
    super(scope, id);
    const { parts } = lent;
    const copied = lent.copies && lent.second !== undefined ? { replicateTo: lent.second } : {};
    this.state = stateBucket(this, "state", copied);
    this.data = new Bucket(this, "data", copied);
    const identified = parts.has("identities", `${id}: an identity that deploys and one that runs`);
    const deployer = identified
      ? new Identity(this, "deployer", { description: `Deploys ${this.node.path}`, account: "operate" })
      : undefined;
    const workload = identified ? new Identity(this, "workload", { description: `Runs in ${this.node.path}` }) : undefined;
    if (
      deployer !== undefined &&
      workload !== undefined &&
      parts.has("bucketGrants", `${id}: its state for who deploys, its data for what runs`)
    ) {
      this.state.grantWrite(deployer);
      this.data.grantWrite(workload);
    }
    this.deployer = deployer as typeof this.deployer;
    this.workload = workload as typeof this.workload;
    this.secrets = this.#secretStore(id, props, lent) as typeof this.secrets;
    this.cluster = this.#cluster(id, props, lent);
    this.database = this.#database(id, props, lent);
  }

  #secretStore(id: string, { secrets = {} }: SpokeProps, { parts, elsewhere, keyRing }: Lent): SecretStore | undefined {
    const what = `${id}: a secret store${Object.keys(secrets).length > 0 ? ` for ${Object.keys(secrets).join(", ")}` : ""}`;
    if (!parts.has("secretStore", what)) return undefined;
    const site = elsewhere.siteOf("secretStore");
    if (site !== undefined) parts.elsewhere.push({ part: "secretStore", what, at: site.place.id });
    const scope = (site === undefined ? this : new Construct(site, id)) as Within<"secretStore">;
    const beside = keyRing !== undefined && placeOf(keyRing).id === placeOf(scope).id;
    const ring = beside && parts.has("secretKey", `${id}: a key of your own for its secrets`) ? { keyRing } : {};
    const store = new SecretStore(scope, "secrets", { ...ring, secrets });
    const reader = this.#identityAt(scope);
    if (Object.keys(secrets).length > 0 && reader !== undefined) store.grantRead(reader);
    return store;
  }

  #cluster(id: string, { cluster }: SpokeProps, { parts, network, subnet, auditLog, allowedFrom, signIn }: Lent): Cluster | undefined {
    if (cluster === undefined || !parts.has("cluster", `${id}: a cluster`)) return undefined;
    return new Cluster(this as Within<"cluster">, "cluster", {
      allowedFrom,
      ...(signIn === undefined ? {} : { signIn }),
      ...cluster,
      network,
      subnet,
      ...(auditLog === undefined ? {} : { auditLog }),
    });
  }

  #database(id: string, { database }: SpokeProps, lent: Lent): Database | PostgreSql | undefined {
    const { parts, elsewhere, second, auditLog } = lent;
    if (database === undefined) return undefined;
    const what = `${id}: ${database.engine} ${database.version}`;
    if (!parts.has("database", what)) return undefined;
    if (elsewhere.onInstances("database")) {
      parts.elsewhere.push({ part: "database", what, at: "instances" });
      return new PostgreSql(this, "database", {
        ...selfRun(this, database),
        network: lent.network,
        subnet: lent.subnet,
        sshKey: lent.sshKey,
      });
    }
    const site = elsewhere.siteOf("database");
    if (site !== undefined) {
      parts.elsewhere.push({ part: "database", what, at: site.place.id });
      const scope = new Construct(site, id);
      const made = new Database(scope as Within<"database">, "database", { ...database, network: elsewhere.networkAt(site) });
      const there = this.#identityAt(scope);
      if (there !== undefined) made.grantConnect(there);
      return made;
    }
    const made = new Database(this as Within<"database">, "database", {
      ...database,
      network: lent.network,
      subnet: lent.subnet,
      ...(second === undefined || !lent.copies ? {} : { backupsAlsoAt: second }),
      ...(auditLog === undefined ? {} : { auditLog }),
    });
    const workload: Identity | undefined = this.workload;
    if (workload !== undefined) made.grantConnect(workload);
    return made;
  }

  /** What runs here, as the cloud of another place knows it: identities end at their cloud. */
  #identityAt(scope: Construct): Identity | undefined {
    const workload: Identity | undefined = this.workload;
    if (workload === undefined || placeOf(scope).cloud.name === placeOf(this).cloud.name) return workload;
    const known = scope.node.tryFindChild("workload") as Identity | undefined;
    return known ?? new Identity(scope as Within<"identity" | "access">, "workload", { description: `Runs in ${this.node.path}` });
  }
}

/** What a managed database was asked for, as machines of one's own can give it. */
function selfRun(
  self: Construct,
  { engine, version, size, storage, databases }: NonNullable<SpokeProps["database"]>,
): Pick<PostgreSqlProps, "version" | "memory" | "storage" | "databases"> {
  if (engine !== "postgresql")
    throw withoutTrace(
      new InputError(
        `${self.node.path}: { elsewhere: { database: "instances" } } runs PostgreSQL, and { database: { engine: "${engine}" } } is another. Put it at another place, { elsewhere: { database: … } }, or do without: { without: ["database"] }.`,
      ),
    );
  return {
    version,
    ...(typeof size === "number" ? { memory: size } : {}),
    ...(storage === undefined ? {} : { storage }),
    ...(databases === undefined ? {} : { databases }),
  };
}
