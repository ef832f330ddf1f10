import type { Lower } from "../../contract/index.ts";

/**
 * A machine is a user of EIM with an access key; people are a group, which the account's administrator fills. Rights hang on the user or the group
 * as policies, so that the resource carries those of all its accesses. The secret key is in the state, which is why the state is encrypted.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/user.md, user_group.md, access_key.md; seen 2026-11-28.
 */
export const identity: Lower<"identity"> = (spec, cx) => {
  const policy = cx.later(() => (spec.carries?.() ?? []).map((policy_orn) => ({ policy_orn })));
  if (spec.kind === "people") {
    const group = cx.resource("outscale_user_group", "group", { user_group_name: spec.name, path: PATH, policy });
    return { principal: group.ref("orn") };
  }
  const user = cx.resource("outscale_user", "user", { user_name: spec.name, path: PATH, policy });
  const key = cx.resource("outscale_access_key", "key", { user_name: user.ref("user_name"), state: "ACTIVE" });
  return {
    principal: user.ref("user_id"),
    credentials: { id: key.ref("access_key_id"), secret: key.ref("secret_key") },
  };
};

const PATH = "/terroir/";
