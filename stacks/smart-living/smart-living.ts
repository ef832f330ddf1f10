import type { Construct } from "constructs";
import type { Bucket } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Edge } from "../parts/edge.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `SmartLiving`: its ground, its database, how long what devices say is kept. */
export interface SmartLivingProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** PostgreSQL for time series. */
  readonly database: SectorDatabase;
  /** For how long what devices say is kept. @default 30 days, and 730 for sums */
  readonly retention?: {
    /** Days after which what a device said is gone. @default 30 */
    readonly raw?: number;
    /** Days after which sums over a household are gone. @default 730 */
    readonly aggregated?: number;
  };
  /** Machines that devices connect to. @default 2 */
  readonly brokers?: number;
}

/**
 * Homes, meters, wearables: devices connect by MQTT over TLS, each known by its own certificate, to brokers that have no public address themselves; only
 * the load balancer has one. What a device said is kept for as long as it takes to sum it up, and is then gone: a household is a person too.
 *
 * @example
 * const entrances = ["homes/primary/access", "homes/primary/devices/front"];
 * const parameters = { "isolation/public-address": { entrances }, "isolation/ingress": { publicPorts: [8883] } };
 * const app = new SovereignApp({ policy: definePolicy({ parameters }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * new SmartLiving(app, "homes", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   database: { version: "17", storage: 500 },
 *   retention: { raw: 14 },
 * });
 * app.synth();
 */
export class SmartLiving<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Where devices report, each known by its certificate. */
  readonly devices: Edge;
  /** What devices said, until its time is over. */
  readonly raw: Bucket;
  /** The sums of what was said, which stay longer. */
  readonly aggregated: Bucket;

  constructor(scope: Construct, id: string, props: SmartLivingProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "SmartLiving", scope, id, props);
    const { database, retention = {}, brokers = 2, ...ground } = props;
    super(scope, id, ground, { telemetry: { database: { engine: "postgresql", ...database, databases: ["telemetry"] } } });
    const { raw = 30, aggregated = 730 } = retention;
    const gone = (days: number) => ({ lifecycle: { retention: { expireAfter: days, expireOldVersionsAfter: 1 } } });
    this.raw = this.bucket("raw", gone(raw));
    this.aggregated = this.bucket("aggregated", gone(aggregated));
    const { workload } = this.deployment("telemetry");
    this.lets(workload, "write", this.raw);
    this.lets(workload, "write", this.aggregated);
    this.devices = new Edge(this.site, "devices", {
      ...this.standing("telemetry"),
      port: 8883,
      count: brokers,
      sshKey: ground.access.sshKey,
    });
  }
}
