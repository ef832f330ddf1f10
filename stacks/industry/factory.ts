import type { Construct } from "constructs";
import { type Bucket, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { SpokeProps } from "../landing-zone/spoke.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Machines } from "../parts/machines.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `Factory`: its ground, its plants, its databases. */
export interface FactoryProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** Plants, whose gateways come in by a VPN into the production network. */
  readonly plants: Pick<PrivateAccessProps, "allowedFrom"> & { readonly vpn: NonNullable<PrivateAccessProps["vpn"]> };
  /** PostgreSQL of each side: production and office. */
  readonly database: SectorDatabase;
  /** A cluster for models of the plant, on the office side. @default none */
  readonly twins?: SpokeProps["cluster"];
  /** Days for which records of quality cannot be deleted: product liability outlives the product. @default 3650 */
  readonly keepDays?: number;
}

/**
 * A manufacturer: plants report into a production network that is apart from the office. Machines of one product line speak OPC UA or MQTT to collectors;
 * what the office needs of it, records of quality and series for the digital twins, comes through buckets to which production may only add.
 *
 * @example
 * const entrances = ["works/primary/access", "works/primary/plants"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const peers = { graz: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } };
 * new Factory(app, "works", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   plants: { allowedFrom: ["203.0.113.0/24"], vpn: { peers } },
 *   database: { version: "17" },
 *   twins: { pools: { models: { flavour: { cpus: 8, memory: 32 } } } },
 * });
 * app.synth();
 */
export class Factory<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Records of quality, locked. */
  readonly quality: Bucket;
  /** Series of measurements, for the twins. */
  readonly series: Bucket;
  /** Machines that plants report to. */
  readonly collectors: Machines;
  /** The way in for plants. */
  readonly plants: PrivateAccess;

  constructor(scope: Construct, id: string, props: FactoryProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "Factory", scope, id, props);
    const { plants, database, twins, keepDays = 3650, ...ground } = props;
    const postgresql = { engine: "postgresql", ...database } as const;
    super(scope, id, ground, {
      production: { apart: true, database: { ...postgresql, databases: ["production"] } },
      office: { database: { ...postgresql, databases: ["planning"] }, ...(twins === undefined ? {} : { cluster: twins }) },
    });
    const { sshKey } = ground.access;
    const production = this.standing("production");
    this.quality = this.bucket("quality", { lock: { mode: "governance", days: keepDays } });
    this.series = this.bucket("series");
    for (const bucket of [this.quality, this.series]) {
      this.lets(this.deployment("production").workload, "append", bucket);
      this.lets(this.deployment("office").workload, "read", bucket);
    }
    this.plants = new PrivateAccess(this.site, "plants", { ...plants, network: production.network, sshKey });
    this.collectors = new Machines(this.site, "collectors", {
      ...production,
      sshKey,
      inbound: [
        { from: production.network.cidr, ports: 4840, why: "OPC UA" },
        { from: production.network.cidr, ports: 8883, why: "MQTT over TLS" },
      ],
    });
  }
}
