import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { performanceClasses } from "../sizes.ts";
import { home, zoneOf } from "./project.ts";

/** A volume. No attribute speaks of encryption, so that the guard says "not shown". Source: stackitcloud/terraform-provider-stackit docs/resources/volume.md; seen 2026-11-28. */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, which the provider cannot give STACKIT's volumes. Leave out { key }, and encrypt inside the machine, with LUKS.`,
    );
  const made = cx.resource("stackit_volume", "volume", {
    ...home(cx),
    name: spec.name,
    availability_zone: zoneOf(spec.zone, cx),
    size: spec.size,
    performance_class: performanceClasses[spec.performance],
  });
  return { volumeId: made.ref("volume_id") };
};
