import type { Lower } from "../../contract/index.ts";
import { keyManagement } from "./key-management.ts";
import { codenameOf } from "./location.ts";

/**
 * Secrets in a key management domain. A secret whose value comes from outside has no resource: whoever may write to the store makes it by its path,
 * and neither description nor state ever knows what it is.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/okms_secret.md; seen 2026-11-23.
 */
export const secretStore: Lower<"secretStore"> = (spec, cx) => {
  const domain = spec.keyRingId === undefined ? keyManagement(spec.name, cx) : undefined;
  const okms_id = spec.keyRingId ?? domain?.ref("id") ?? "";
  const pathOf = (secret: string) => `${spec.name}/${secret}`;
  for (const { name, value, versions } of spec.secrets) {
    if (value === undefined) continue;
    cx.resource("ovh_okms_secret", `secret-${name}`, {
      okms_id,
      path: pathOf(name),
      metadata: { max_versions: versions },
      // The store takes JSON only. The engine quotes the value, whatever characters it has.
      version: { data: `\${jsonencode({ value = ${value} })}` },
    });
  }
  return {
    secretStoreId: okms_id,
    endpoint: domain?.ref("rest_endpoint") ?? `https://${codenameOf(cx.region)}.okms.ovh.net`,
    paths: Object.fromEntries(spec.secrets.map(({ name }) => [name, pathOf(name)])),
  };
};
