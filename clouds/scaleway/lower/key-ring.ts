import type { KeySpec, Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * Keys of the key manager, each renewed once a year and protected from deletion. There are no rings: the ring's id is the project.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/key_manager_key.md; seen 2026-11-28.
 */
export const keyRing: Lower<"keyRing"> = (spec, cx) => {
  const project_id = projectOf(cx);
  const keyIds = spec.keys.map(({ id, use }): [string, string] => {
    const key = cx.resource("scaleway_key_manager_key", `key-${id}`, {
      name: `${spec.name}-${id}`,
      region: cx.region,
      project_id,
      ...KINDS[use],
      unprotected: false,
      ...(use === "sign" ? {} : { rotation_policy: [{ rotation_period: "8760h" }] }),
    });
    return [id, key.ref("id")];
  });
  return { keyRingId: project_id, keyIds: Object.fromEntries(keyIds), endpoint: "https://api.scaleway.com" };
};

const KINDS: Readonly<Record<KeySpec["use"], Readonly<Record<string, unknown>>>> = {
  encrypt: { usage: "symmetric_encryption", algorithm: "aes_256_gcm" },
  wrap: { usage: "symmetric_encryption", algorithm: "aes_256_gcm" },
  sign: { usage: "asymmetric_signing", algorithm: "ec_p256_sha256" },
};
