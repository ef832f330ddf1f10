import type { Lower } from "../../contract/index.ts";

/**
 * A machine is an OAuth2 client, which signs in with an id and a secret of its own; people are a group of the account, which a directory (SAML) or
 * the account's administrator fills. Neither may do anything until an `access` says so: `NONE` is the group role without rights.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/me_api_oauth2_client.md, me_identity_group.md; seen 2026-11-23.
 */
export const identity: Lower<"identity"> = (spec, cx) => {
  if (spec.kind === "people") {
    const group = cx.resource("ovh_me_identity_group", "group", { name: spec.name, description: spec.description, role: "NONE" });
    return { principal: group.ref("urn") };
  }
  const client = cx.resource("ovh_me_api_oauth2_client", "client", {
    name: spec.name,
    description: spec.description,
    flow: "CLIENT_CREDENTIALS",
  });
  return { principal: client.ref("identity"), credentials: { id: client.ref("client_id"), secret: client.ref("client_secret") } };
};
