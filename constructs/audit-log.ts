import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { AuditLogOutputs, EuPlace } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import { Bucket } from "./bucket.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of an `AuditLog`: the live service, how long records are kept, and where the archive's copy lies. */
export interface AuditLogProps {
  /**
   * The operator's log service, by its name there, for operators whose provider cannot order one: `ldp-ab-12345` on OVHcloud. Clusters and databases
   * write to it, and people search it.
   * @default none: there is the archive only, which a collector of yours writes to
   */
  readonly service?: string;
  /**
   * For how long nobody deletes a record, in days. Half a year is the least that SecNumCloud asks for (3.2, 12.6.c).
   * @default 365
   */
  readonly keepDays?: number;
  /** `governance`: holders of a special right, which no grant of this library gives, can delete; `compliance`: nobody can, not even to end the contract. @default "governance" */
  readonly lock?: "governance" | "compliance";
  /** Another place that keeps the archive too. @default none */
  readonly archiveAlsoAt?: EuPlace;
}

/**
 * Where it is written who did what: an archive in which nothing can be deleted before its time, and, where the operator has a log service, a stream
 * that clusters and databases write to.
 *
 * On OVHcloud: a stream of a Logs Data Platform service that you have bought. The provider can neither order the service nor say beforehand where it
 * stands, so the guard asks about it. OVHcloud's products send their logs to that service only, and it archives to storage of its own: what is to lie in
 * the locked archive, a collector puts there (`grantAppend`).
 *
 * @example
 * const log = new AuditLog(stack, "audit", { archiveAlsoAt: ovh("SBG5") });
 * log.grantAppend(new Identity(stack, "collector"));
 */
export class AuditLog extends Construct {
  /** The archive: versioned, encrypted, locked. */
  readonly archive: Bucket;
  readonly #service: string | undefined;
  readonly #outputs: AuditLogOutputs | undefined;

  constructor(scope: Within<"bucket">, id: string, props: AuditLogProps = {}) {
    checkedProps(new.target, PROPS, "AuditLog", scope, id, props);
    super(scope, id);
    const days = props.keepDays ?? 365;
    if (!(Number.isInteger(days) && days >= 1)) refuse(this, `{ keepDays: ${days} } keeps nothing. Say whole days, { keepDays: 365 }.`);
    this.archive = new Bucket(this as Within<"bucket">, "archive", {
      lock: { mode: props.lock ?? "governance", days },
      ...(props.archiveAlsoAt === undefined ? {} : { replicateTo: props.archiveAlsoAt }),
    });
    this.#service = props.service;
    if (props.service !== undefined)
      this.#outputs = lower(this, "auditLog", {
        name: nameOf(this),
        description: `Who did what: ${this.node.path}`,
        service: props.service,
      });
  }

  /** The live stream, as products name it that write to it. Absent where there is the archive only. */
  get auditLogId(): string | undefined {
    return this.#outputs?.auditLogId;
  }

  /** Lets a collector add records to the archive. It can neither read nor delete any. */
  grantAppend(identity: Identity): Access {
    return this.archive.grantAppend(identity);
  }

  /** Lets a machine read the archive. */
  grantRead(identity: Identity): Access {
    return this.archive.grantRead(identity);
  }

  /** Lets people search the live log. */
  grantSearch(identity: Identity): Access {
    if (this.#service === undefined || this.auditLogId === undefined)
      return refuse(this, "there is no live log to search: no { service } is named. Name one, or grantRead(machine) on the archive.");
    return identity.allow({ concept: "auditLog", auditLogId: this.auditLogId, service: this.#service, access: "read" }, this);
  }

  /** The provider's resources of stream and archive, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return [...resourcesOf(this), ...this.archive.resources];
  }
}
