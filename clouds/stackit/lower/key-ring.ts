import type { KeySpec, Lower } from "../../contract/index.ts";
import { home } from "./project.ts";

/** Keys of the key management, in a ring. Source: stackitcloud/terraform-provider-stackit docs/resources/kms_keyring.md, kms_key.md (its `algorithm` and `purpose`); seen 2026-11-28. */
export const keyRing: Lower<"keyRing"> = (spec, cx) => {
  const ring = cx.resource("stackit_kms_keyring", "ring", { ...home(cx), display_name: spec.name });
  const keyIds = spec.keys.map(({ id, use }): [string, string] => [
    id,
    cx
      .resource("stackit_kms_key", `key-${id}`, {
        ...home(cx),
        keyring_id: ring.ref("keyring_id"),
        display_name: id,
        protection: "software",
        ...KINDS[use],
      })
      .ref("key_id"),
  ]);
  return { keyRingId: ring.ref("keyring_id"), keyIds: Object.fromEntries(keyIds), endpoint: `https://kms.api.${cx.region}.stackit.cloud` };
};

const KINDS: Readonly<Record<KeySpec["use"], { readonly algorithm: string; readonly purpose: string }>> = {
  encrypt: { algorithm: "aes_256_gcm", purpose: "symmetric_encrypt_decrypt" },
  wrap: { algorithm: "aes_256_gcm", purpose: "symmetric_encrypt_decrypt" },
  sign: { algorithm: "ecdsa_p256_sha256", purpose: "asymmetric_sign_verify" },
};
