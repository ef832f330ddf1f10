import type { Construct } from "constructs";
import { type Bucket, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Machines } from "../parts/machines.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of an `EnergyGrid`: its ground, its substations, its database. */
export interface EnergyGridProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** Substations and plants, which report through a VPN into the control network, and nowhere else. */
  readonly substations: Pick<PrivateAccessProps, "allowedFrom"> & { readonly vpn: NonNullable<PrivateAccessProps["vpn"]> };
  /** PostgreSQL of the office side: measurements, forecasts, billing. */
  readonly database: SectorDatabase;
  /** Days for which measurements cannot be deleted. @default 730 */
  readonly keepDays?: number;
}

/**
 * A grid operator: the control network is apart from the office network. No route, no peering and no firewall rule leads from one to the other. What the
 * office sees of the grid comes through a one-way diode: a bucket to which the control side may only add, and which the office side may only read.
 * There is no right by which anything could go the other way.
 *
 * It is the pattern of a diode and not a piece of glass: the provider's rights enforce it. What steers a grid in real time stays in the substations; here
 * are the copies of its measurements.
 *
 * @example
 * const entrances = ["grid/primary/access", "grid/primary/substations"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const peers = { north: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } };
 * new EnergyGrid(app, "grid", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   substations: { allowedFrom: ["203.0.113.0/24"], vpn: { peers } },
 *   database: { version: "17" },
 * });
 * app.synth();
 */
export class EnergyGrid<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Control may add, the office may read: the diode. */
  readonly measurements: Bucket;
  /** Collect from substations, and add to the diode. */
  readonly collectors: Machines;
  /** The way in for substations and plants. */
  readonly substations: PrivateAccess;

  constructor(scope: Construct, id: string, props: EnergyGridProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "EnergyGrid", scope, id, props);
    const { substations, database, keepDays = 730, ...ground } = props;
    super(scope, id, ground, {
      control: { apart: true },
      office: { database: { engine: "postgresql", ...database, databases: ["grid"] } },
    });
    const { sshKey } = ground.access;
    const control = this.standing("control");
    this.measurements = this.bucket("measurements", { lock: { mode: "governance", days: keepDays } });
    this.lets(this.deployment("control").workload, "append", this.measurements);
    this.lets(this.deployment("office").workload, "read", this.measurements);
    this.substations = new PrivateAccess(this.site, "substations", { ...substations, network: control.network, sshKey });
    this.collectors = new Machines(this.site, "collectors", {
      ...control,
      sshKey,
      inbound: [
        { from: control.network.cidr, ports: 2404, why: "IEC 60870-5-104" },
        { from: control.network.cidr, ports: 8883, why: "MQTT over TLS" },
      ],
    });
  }
}
