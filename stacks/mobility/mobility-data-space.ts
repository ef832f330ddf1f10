import type { Construct } from "constructs";
import type { Bucket } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Edge } from "../parts/edge.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `MobilityDataSpace`: its ground, and the connector's database. */
export interface MobilityDataSpaceProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** PostgreSQL of the connector: assets, policies, contracts, transfers. */
  readonly database: SectorDatabase;
  /** Days for which the log of agreed contracts and transfers cannot be deleted. @default 1825 */
  readonly keepDays?: number;
  /** Participants that may reach the connector. @default everybody, since any participant of a data space may ask; contracts decide who gets what */
  readonly participants?: readonly string[];
}

/**
 * A participant of a mobility data space: a connector that speaks the Dataspace Protocol (Eclipse EDC, for one) behind a public door, and two kinds of data.
 * What is open, timetables, stops, positions, lies in a bucket that the door's machines serve to everybody: the bucket itself stays closed, so that its
 * operator's endpoint answers nobody. What is shared under a contract lies in another, and leaves through the connector only.
 *
 * @example
 * const entrances = ["transit/primary/access", "transit/primary/connector/front"];
 * const parameters = { "isolation/public-address": { entrances }, "isolation/ingress": { publicPorts: [443] } };
 * const app = new SovereignApp({ policy: definePolicy({ parameters }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * new MobilityDataSpace(app, "transit", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   database: { version: "17" },
 * });
 * app.synth();
 */
export class MobilityDataSpace<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** The door: the connector's protocol, and what is open. */
  readonly connector: Edge;
  /** What everybody may read, through the door. */
  readonly open: Bucket;
  /** What leaves under a contract only. */
  readonly shared: Bucket;
  /** Which contract was agreed, and what was handed over under it. */
  readonly agreements: Bucket;

  constructor(scope: Construct, id: string, props: MobilityDataSpaceProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "MobilityDataSpace", scope, id, props);
    const { database, keepDays = 1825, participants, ...ground } = props;
    super(scope, id, ground, { "data-space": { database: { engine: "postgresql", ...database, databases: ["connector"] } } });
    const { workload } = this.deployment("data-space");
    this.open = this.bucket("open");
    this.shared = this.bucket("shared");
    this.agreements = this.bucket("agreements", { lock: { mode: "governance", days: keepDays } });
    this.lets(workload, "read", this.open);
    this.lets(workload, "read", this.shared);
    this.lets(workload, "append", this.agreements);
    this.connector = new Edge(this.site, "connector", {
      ...this.standing("data-space"),
      ...(participants === undefined ? {} : { answers: participants }),
      sshKey: ground.access.sshKey,
    });
  }
}
