import type { LowerContext } from "../../contract/index.ts";

/**
 * A key of the key management for one thing: without one the cloud encrypts nothing. It is renewed once a year, and one that is deleted can be had back
 * for a month. Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/kms_key_v1.md; seen 2026-11-28.
 */
export function keyFor(name: string, cx: LowerContext, id = "key"): string {
  return cx
    .resource("opentelekomcloud_kms_key_v1", id, {
      key_alias: name,
      key_description: `Encrypts ${name}`,
      is_enabled: true,
      rotation_enabled: true,
      rotation_interval: 365,
      pending_days: "30",
    })
    .ref("id");
}
