import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { mostIops, volumeTypes } from "../sizes.ts";
import { named } from "./tags.ts";

/**
 * A BSU volume. The provider has no attribute for encryption and the operator makes no claim that we found, so that the guard says "not shown": what has to
 * be encrypted for sure is encrypted inside the machine.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/volume.md; seen 2026-11-28.
 */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, and Outscale's volumes take none. Leave out { key }, and encrypt inside the machine, with LUKS.`,
    );
  const zone = spec.zone ?? cx.place.zones[0];
  const made = cx.resource("outscale_volume", "volume", {
    subregion_name: zone,
    size: spec.size,
    volume_type: volumeTypes[spec.performance],
    ...(spec.performance === "highest" ? { iops: mostIops(spec.size) } : {}),
    ...named(spec.name),
  });
  return { volumeId: made.ref("volume_id") };
};
