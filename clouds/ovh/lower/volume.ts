import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A volume under LUKS. With the operator's key it is of the v2 family; a key of your own is an attribute of the older resource only, and
 * OVHcloud takes one in its regions of three zones only.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_storage_block_volume.md, cloud_project_volume.md ("supported regions (3AZ)"); seen 2026-11-23.
 */
export const volume: Lower<"volume"> = (spec, cx) => {
  const service_name = projectOf(cx);
  if (cx.place.zones.length > 0 && spec.zone === undefined)
    throw new InputError(
      `Volume ${spec.name} stands in ${cx.region}, which has several zones: say which, { zone: "${cx.place.zones[0]}" }, the one of the machine that mounts it.`,
    );
  const zone = spec.zone === undefined ? {} : { availability_zone: spec.zone };
  if (spec.encryption.by === "operator") {
    const made = cx.resource("ovh_cloud_storage_block_volume", "volume", {
      service_name,
      region: cx.region,
      ...zone,
      name: spec.name,
      size: spec.size,
      volume_type: TYPES[spec.performance],
      encryption: { enabled: true },
    });
    return { volumeId: made.ref("id") };
  }
  if (cx.place.zones.length === 0)
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, which OVHcloud takes in its regions of three zones only; ${cx.region} has one. ` +
        `Put it into such a region (EU-WEST-PAR, EU-SOUTH-MIL), leave out { key } for the operator's key, or encrypt inside the machine.`,
    );
  const made = cx.resource("ovh_cloud_project_volume", "volume", {
    service_name,
    region_name: cx.region,
    ...zone,
    name: spec.name,
    size: spec.size,
    type: OLDER_TYPES[spec.performance],
    encryption: { encrypted: true, kms: { domain_id: spec.encryption.keyRingId, service_key_id: spec.encryption.keyId } },
  });
  return { volumeId: made.ref("volume_id") };
};

const TYPES = { standard: "CLASSIC", high: "HIGH_SPEED", highest: "HIGH_SPEED_GEN2" } as const;
const OLDER_TYPES = { standard: "classic", high: "high-speed", highest: "high-speed-gen2" } as const;
