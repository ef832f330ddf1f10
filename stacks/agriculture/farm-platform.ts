import type { Construct } from "constructs";
import { type Bucket, Identity } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Edge } from "../parts/edge.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `FarmPlatform`: its ground, its database, and whom farmers share with. */
export interface FarmPlatformProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** PostgreSQL for fields, herds and yields; PostGIS where the operator has the extension. */
  readonly database: SectorDatabase;
  /** Advisers, co-operatives, authorities: each reads what farmers put under its own name, and nothing else. @default none */
  readonly partners?: readonly string[];
}

/**
 * Farms: machines and sensors report through one door, images of fields come in by the terabyte and cool down, and what a farmer shares with an adviser is
 * a folder of that adviser's, which it may read and nobody else. The farmer decides: taking a name out of `partners` takes its right away.
 *
 * @example
 * const entrances = ["farms/primary/access", "farms/primary/sensors/front"];
 * const parameters = { "isolation/public-address": { entrances }, "isolation/ingress": { publicPorts: [8883] } };
 * const app = new SovereignApp({ policy: definePolicy({ parameters }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * new FarmPlatform(app, "farms", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   database: { version: "17" },
 *   partners: ["cooperative", "vet"],
 * });
 * app.synth();
 */
export class FarmPlatform<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** The one door by which machines and sensors report. */
  readonly sensors: Edge;
  /** Images from satellites, drones and machines. */
  readonly images: Bucket;
  /** What farmers share, under each partner's name. */
  readonly shared: Bucket;
  /** Who may read its own folder of `shared`, by the partner's name. */
  readonly partners: ReadonlyMap<string, Identity>;

  constructor(scope: Construct, id: string, props: FarmPlatformProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "FarmPlatform", scope, id, props);
    const { database, partners = [], ...ground } = props;
    super(scope, id, ground, { farms: { database: { engine: "postgresql", ...database, databases: ["farms"] } } });
    const { workload } = this.deployment("farms");
    this.images = this.bucket("images", { lifecycle: { unfinished: { abortUploadsAfter: 7 }, older: { expireOldVersionsAfter: 90 } } });
    this.shared = this.bucket("shared");
    this.lets(workload, "write", this.images);
    this.lets(workload, "write", this.shared);
    this.partners = new Map(
      partners.flatMap((name): [string, Identity][] => {
        if (!this.has("identities", `an identity for ${name}`)) return [];
        const partner = new Identity(this.site, `partner-${name}`, { description: `Reads what farmers share with ${name}` });
        this.lets(partner, "read", this.shared, `${name}/`);
        return [[name, partner]];
      }),
    );
    this.sensors = new Edge(this.site, "sensors", { ...this.standing("farms"), port: 8883, sshKey: ground.access.sshKey });
  }
}
