import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";

/** A block storage volume. No attribute speaks of encryption, so that the guard says "not shown". Source: exoscale/terraform-provider-exoscale docs/resources/block_storage_volume.md; seen 2026-11-28. */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, and Exoscale's volumes take none. Leave out { key }, and encrypt inside the machine, with LUKS.`,
    );
  if (spec.performance === "highest")
    throw new InputError(
      `Volume ${spec.name} is to be of { performance: "highest" }, and Exoscale has one class. Leave it out, or keep the data on the machine's own disk.`,
    );
  const made = cx.resource("exoscale_block_storage_volume", "volume", { name: spec.name, zone: cx.region, size: spec.size });
  return { volumeId: made.ref("id") };
};
