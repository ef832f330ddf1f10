import type { Construct } from "constructs";
import { type Bucket, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `HealthPlatform`: its ground, how long records are kept, and who does research. */
export interface HealthPlatformProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** PostgreSQL, one in each zone. */
  readonly database: SectorDatabase;
  /** For how long nobody deletes a record. The law of your country says how many days; a lock in `compliance` can never be taken off. */
  readonly records: {
    readonly keepDays: number;
    /** @default "governance": holders of a special right, which no grant of this library gives, can delete */
    readonly lock?: "governance" | "compliance";
  };
  /** Who works with pseudonymised data, and comes in by a VPN of their own. @default nobody from outside: what runs there is deployed and read by pipelines */
  readonly researchers?: Pick<PrivateAccessProps, "allowedFrom" | "vpn">;
}

/**
 * Care and research on one ground, apart. Who somebody is, is in the `identified` zone; what was pseudonymised is in the other, from whose network nothing
 * leads back: it has its own way out, its own way in, its own database and identities. Between the two there is one bucket, into which one side writes
 * and from which the other reads. Records lie under a lock.
 *
 * For HDS, choose a region and services that the operator's certificate covers, and judge with the profile `hds`: it lists what your contract has to show.
 *
 * @example
 * const entrances = ["clinic/primary/access", "clinic/primary/research"];
 * const app = new SovereignApp({ policy: definePolicy({ profiles: ["hds"], parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * new HealthPlatform(app, "clinic", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   database: { version: "17" },
 *   records: { keepDays: 3650 },
 *   researchers: { allowedFrom: ["203.0.113.0/24"] },
 * });
 * app.synth();
 */
export class HealthPlatform<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Under a lock, with a copy at the second place. */
  readonly records: Bucket;
  /** The only way from one zone to the other: pseudonymised extracts, which go after 30 days. */
  readonly extracts: Bucket;
  /** The way in for researchers; undefined where none was asked for. */
  readonly research: PrivateAccess | undefined;

  constructor(scope: Construct, id: string, props: HealthPlatformProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "HealthPlatform", scope, id, props);
    const { database, records, researchers, ...ground } = props;
    const postgresql = { engine: "postgresql", ...database } as const;
    super(scope, id, ground, {
      identified: { database: { ...postgresql, databases: ["patients"] } },
      pseudonymised: { apart: true, database: { ...postgresql, databases: ["research"] } },
    });
    const [identified, pseudonymised] = [this.deployment("identified"), this.deployment("pseudonymised")];
    this.records = this.bucket("records", { lock: { mode: records.lock ?? "governance", days: records.keepDays }, protect: true });
    this.lets(identified.workload, "write", this.records);
    this.extracts = this.bucket("extracts", { lifecycle: { passing: { expireAfter: 30, expireOldVersionsAfter: 30 } } });
    this.lets(identified.workload, "append", this.extracts);
    this.lets(pseudonymised.workload, "read", this.extracts);
    const network = this.networks.get("pseudonymised");
    if (researchers !== undefined && network !== undefined)
      this.research = new PrivateAccess(this.site, "research", { ...researchers, network, sshKey: ground.access.sshKey });
  }
}
