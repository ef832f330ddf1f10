import type { Lower } from "../../contract/index.ts";
import { volumeTypes } from "../sizes.ts";
import { keyFor } from "./key.ts";

/** A volume, encrypted with the key that is named, or with one of its own. Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/evs_volume_v3.md; seen 2026-11-28. */
export const volume: Lower<"volume"> = (spec, cx) => {
  const made = cx.resource("opentelekomcloud_evs_volume_v3", "volume", {
    name: spec.name,
    availability_zone: spec.zone ?? cx.place.zones[0] ?? `${cx.region}-01`,
    volume_type: volumeTypes[spec.performance],
    size: spec.size,
    kms_id: spec.encryption.by === "own-key" ? spec.encryption.keyId : keyFor(spec.name, cx),
  });
  return { volumeId: made.ref("id") };
};
