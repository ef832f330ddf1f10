import { InputError } from "../../../catalogue/index.ts";
import type { Lower, VolumeSpec } from "../../contract/index.ts";
import { siteOf } from "../sites.ts";

/**
 * A volume of block storage. Whether it is encrypted its type decides, which the operator alone can explain, so that the guard says "not shown".
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/blockstorage_volume_v3.md; seen 2026-11-28.
 */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, and OpenStack's volumes take none. Leave out { key }, and encrypt inside the machine, with LUKS.`,
    );
  const volume_type = typeOf(spec, cx.region);
  const made = cx.resource("openstack_blockstorage_volume_v3", "volume", {
    name: spec.name,
    region: cx.region,
    size: spec.size,
    ...(volume_type === undefined ? {} : { volume_type }),
    ...(spec.zone === undefined ? {} : { availability_zone: spec.zone }),
  });
  return { volumeId: made.ref("id") };
};

function typeOf({ name, performance }: VolumeSpec, region: string): string | undefined {
  if (performance === "standard") return undefined;
  const type = siteOf(region).volumeTypes?.[performance];
  if (type === undefined)
    throw new InputError(
      `Volume ${name} is to be of { performance: "${performance}" }, and which type that is in ${region} we do not know. Take "standard", the operator's default, or write a Raw openstack_blockstorage_volume_v3 with the type's own name.`,
    );
  return type;
}
