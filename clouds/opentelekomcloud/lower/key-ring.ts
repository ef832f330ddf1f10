import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { keyFor } from "./key.ts";

/** Keys of the key management, which has no rings: the ring's id is its name. They encrypt, and do not sign. Source: docs/resources/kms_key_v1.md; seen 2026-11-28. */
export const keyRing: Lower<"keyRing"> = (spec, cx) => {
  const signs = spec.keys.find(({ use }) => use === "sign");
  if (signs !== undefined)
    throw new InputError(
      `Key ${signs.id} of key ring ${spec.name} is to sign, and the keys that the provider makes encrypt only. Leave it out, or sign with a key of another cloud: ovh, scaleway.`,
    );
  const keyIds = spec.keys.map(({ id }): [string, string] => [id, keyFor(`${spec.name}-${id}`, cx, `key-${id}`)]);
  const host = cx.region === "eu-ch2" ? `kms.${cx.region}.sc.otc.t-systems.com` : `kms.${cx.region}.otc.t-systems.com`;
  return { keyRingId: spec.name, keyIds: Object.fromEntries(keyIds), endpoint: `https://${host}` };
};
