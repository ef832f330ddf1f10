import type { KeySpec, Lower } from "../../contract/index.ts";
import { keyManagement } from "./key-management.ts";

/**
 * One key management domain and its keys. What takes them on OVHcloud: volumes in regions of three zones, and applications that ask for
 * encryption themselves. Buckets, databases, clusters and registries take none.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/okms.md, okms_service_key.md, enumerations in ovh/resource_okms_service_key_gen.go; seen 2026-11-23.
 */
export const keyRing: Lower<"keyRing"> = (spec, cx) => {
  const domain = keyManagement(spec.name, cx);
  const keyIds = spec.keys.map(({ id, use }): [string, string] => {
    const key = cx.resource("ovh_okms_service_key", `key-${id}`, { okms_id: domain.ref("id"), name: id, ...KINDS[use] });
    return [id, key.ref("id")];
  });
  return { keyRingId: domain.ref("id"), keyIds: Object.fromEntries(keyIds), endpoint: domain.ref("rest_endpoint") };
};

const KINDS: Readonly<Record<KeySpec["use"], Readonly<Record<string, unknown>>>> = {
  encrypt: { type: "oct", size: 256, operations: ["encrypt", "decrypt"] },
  wrap: { type: "oct", size: 256, operations: ["wrapKey", "unwrapKey"] },
  sign: { type: "EC", curve: "P-256", operations: ["sign", "verify"] },
};
