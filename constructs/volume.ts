import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { VolumeOutputs, VolumePerformance } from "../clouds/contract/index.ts";
import { lower, resourcesOf } from "./lower.ts";
import { zoneAt } from "./moving.ts";
import { nameOf } from "./naming.ts";
import { encryptionBy, type OwnKey } from "./own-key.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of a `Volume`: its size, its speed, and its key. */
export interface VolumeProps {
  /** Gigabytes. */
  readonly size: number;
  /** @default "standard" */
  readonly performance?: VolumePerformance;
  /** Availability zone: the one of the machine that mounts it. Needed where the place has several. @default the place's only one */
  readonly zone?: string;
  /** A key of your own, where the operator takes one. @default the operator's key */
  readonly key?: OwnKey;
}

/**
 * A block device, encrypted at rest.
 *
 * On OVHcloud: LUKS with the operator's key, in every region. A key of your own (`key`) is taken in its regions of three zones only
 * (EU-WEST-PAR, EU-SOUTH-MIL); elsewhere it is refused, never replaced silently.
 *
 * @example
 * const site = new DataCentre(stack, "site", { at: ovh("EU-WEST-PAR") });
 * const keys = new KeyRing(site, "keys");
 * new Volume(site, "data", { size: 100, zone: "eu-west-par-a", key: keys.key() });
 */
export class Volume extends Construct {
  /** The availability zone in which it stands, where the place has several. */
  readonly zone: string | undefined;
  readonly #outputs: VolumeOutputs;

  constructor(scope: Within<"volume">, id: string, props: VolumeProps) {
    checkedProps(new.target, PROPS, "Volume", scope, id, props);
    super(scope, id);
    const { size, performance = "standard", key } = props;
    if (!Number.isInteger(size) || size < 1) refuse(this, `{ size: ${size} } is no size: say whole gigabytes, 1 or more.`);
    const { zones, id: place } = placeOf(this);
    const zone = zoneAt(this.node.path, zones, props.zone, true);
    if (zone === undefined && zones.length > 0)
      refuse(
        this,
        `${place} has several zones and a volume stands in one: say { zone: "${zones[0]}" }, the one of the machine that mounts it.`,
      );
    if (zone !== undefined && !zones.includes(zone))
      refuse(
        this,
        `${place} has no zone "${zone}". ${zones.length > 0 ? `It has: ${zones.join(", ")}.` : "It has one zone only: leave out { zone }."}`,
      );
    this.zone = zone;
    this.#outputs = lower(this, "volume", {
      name: nameOf(this),
      size,
      performance,
      ...(zone === undefined ? {} : { zone }),
      encryption: encryptionBy(key),
    });
  }

  /** The operator's id of the volume: a reference, known once it is made. */
  get volumeId(): string {
    return this.#outputs.volumeId;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
