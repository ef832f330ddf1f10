import type { Construct } from "constructs";
import { Bucket, type BucketProps, type DataCentre, type Identity, type Network } from "../constructs/index.ts";
import { checkedProps } from "../constructs/props/check.ts";
import type { Standing } from "./landing-zone/addresses.ts";
import type { MovablePart, Part } from "./landing-zone/parts.ts";
import type { Spoke } from "./landing-zone/spoke.ts";
import { type GroundProps, type LandingPlace, LandingZone, type LandingZoneProps, type SecondPlace } from "./landing-zone.ts";
import { PROPS } from "./props/generated.ts";

/** What sectors ask of each database. Its version has no default: one that moved with this library would upgrade your data. */
export interface SectorDatabase {
  /** Major version of PostgreSQL, `17`. */
  readonly version: string;
  /** Gigabytes of memory of each node. @default 4 */
  readonly size?: number;
  /** Gigabytes of disk. @default what comes with the size */
  readonly storage?: number;
}

/**
 * A landing zone whose deployments a sector has chosen: what the stacks of this folder have in common, and yours may build on.
 *
 * @example
 * import { SovereignApp } from "terroir";
 * import { definePolicy } from "terroir/guard";
 * import { ovh } from "terroir/ovh";
 * import { type GroundProps, Sector } from "terroir/stacks";
 *
 * class Archive extends Sector {
 *   readonly papers = this.bucket("papers", { lock: { mode: "governance", days: 3650 } });
 *   constructor(scope: SovereignApp, id: string, ground: GroundProps) {
 *     super(scope, id, ground, { reading: {} });
 *     this.lets(this.deployment("reading").workload, "read", this.papers);
 *   }
 * }
 * const entrances = ["city/primary/access"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * new Archive(app, "city", { at: ovh("GRA11"), second: ovh("SBG5"), access: { allowedFrom: ["198.51.100.0/24"], sshKey } });
 * app.synth();
 */
export abstract class Sector<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends LandingZone<P, S, W, M> {
  constructor(scope: Construct, id: string, ground: GroundProps<P, S, W, M>, deployments: NonNullable<LandingZoneProps["spokes"]>) {
    checkedProps(new.target, PROPS, "Sector", scope, id, ground);
    super(scope, id, { ...ground, spokes: deployments });
  }

  /** The first place, as a scope for what is the sector's own. */
  protected get site(): DataCentre {
    return this.primary as unknown as DataCentre;
  }

  /** One of the sector's own deployments, by its name. */
  protected deployment(name: string): Spoke<W> {
    return this.spokes.get(name) as Spoke<W>;
  }

  /** The network and the subnet of a deployment. */
  protected standing(name: string): Standing {
    const network = this.networks.get(name) as Network;
    return { network, subnet: network.subnet().id };
  }

  /** A bucket with its copy at the second place, where there is one. */
  protected bucket(id: string, props: BucketProps = {}): Bucket {
    return new Bucket(this.site, id, { ...this.copied, ...props });
  }

  /** Grants a right on a bucket, or for reading on what begins with `prefix`. Where the cloud's buckets know no identities, that is said in the `report`. */
  protected lets(identity: unknown, may: "read" | "write" | "append", bucket: Bucket, prefix?: string): void {
    const who = identity as Identity | undefined;
    if (who === undefined || !this.has("bucketGrants", `${who.node.path} may ${may} ${bucket.node.path}`)) return;
    if (may === "read") bucket.grantRead(who, prefix === undefined ? {} : { prefix });
    else if (may === "write") bucket.grantWrite(who);
    else bucket.grantAppend(who);
  }
}
