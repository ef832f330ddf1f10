import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";

/** Keys of the key management, which has no rings: the ring's id is its name. They encrypt, and do not sign. Source: exoscale/terraform-provider-exoscale docs/resources/kms_key.md; seen 2026-11-28. */
export const keyRing: Lower<"keyRing"> = (spec, cx) => {
  const signs = spec.keys.find(({ use }) => use === "sign");
  if (signs !== undefined)
    throw new InputError(
      `Key ${signs.id} of key ring ${spec.name} is to sign, and Exoscale's keys encrypt only. Leave it out, or sign with a key of another cloud: ovh, scaleway.`,
    );
  const keyIds = spec.keys.map(({ id }): [string, string] => [
    id,
    cx
      .resource("exoscale_kms_key", `key-${id}`, {
        name: `${spec.name}-${id}`,
        description: spec.name,
        zone: cx.region,
        usage: "encrypt-decrypt",
        multi_zone: false,
      })
      .ref("id"),
  ]);
  return { keyRingId: spec.name, keyIds: Object.fromEntries(keyIds), endpoint: `https://api-${cx.region}.exoscale.com` };
};
