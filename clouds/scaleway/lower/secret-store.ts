import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * Secrets of the secret manager, in a folder of their own. A secret whose value comes from outside has no version here: whoever may write adds one.
 * The operator's key encrypts them.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/secret.md, secret_version.md; seen 2026-11-28.
 */
export const secretStore: Lower<"secretStore"> = (spec, cx) => {
  if (spec.keyRingId !== undefined)
    throw new InputError(
      `Secret store ${spec.name} is to be encrypted with a key of your own, and Scaleway's secrets take none: the operator's key encrypts them. Leave out { keyRing }, or encrypt the values before they are stored.`,
    );
  const path = `/${spec.name}`;
  for (const { name, value } of spec.secrets) {
    const secret = cx.resource("scaleway_secret", `secret-${name}`, {
      name,
      path,
      region: cx.region,
      project_id: projectOf(cx),
      protected: false,
    });
    if (value !== undefined)
      cx.resource("scaleway_secret_version", `value-${name}`, { secret_id: secret.ref("id"), region: cx.region, data: value });
  }
  return {
    secretStoreId: path,
    endpoint: "https://api.scaleway.com",
    paths: Object.fromEntries(spec.secrets.map(({ name }) => [name, `${path}/${name}`])),
  };
};
