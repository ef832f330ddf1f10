import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { tiers } from "../sizes.ts";

/** A volume, encrypted with the operator's key. Source: UpCloudLtd/terraform-provider-upcloud docs/resources/storage.md; seen 2026-11-28. */
export const volume: Lower<"volume"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Volume ${spec.name} wants a key of your own, and UpCloud's volumes take none. Leave out { key }: the operator's key encrypts it.`,
    );
  const made = cx.resource("upcloud_storage", "volume", {
    title: spec.name,
    zone: cx.region,
    size: spec.size,
    tier: tiers[spec.performance],
    encrypt: true,
  });
  return { volumeId: made.ref("id") };
};
