import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { iops } from "../sizes.ts";
import { zoneOf } from "./project.ts";

/**
 * A block volume. The provider has no attribute for its encryption, so that the guard says "not shown".
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/block_volume.md; seen 2026-11-28.
 */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, and Scaleway's volumes take none. Leave out { key }, and encrypt inside the machine, with LUKS.`,
    );
  const made = cx.resource("scaleway_block_volume", "volume", {
    name: spec.name,
    zone: zoneOf(spec.zone, cx),
    size_in_gb: spec.size,
    iops: iops[spec.performance],
  });
  return { volumeId: made.ref("id") };
};
