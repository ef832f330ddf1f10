import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A machine is an application with an API key; people are a group, which the organization's administrator or its directory fills. Neither may do anything
 * until a policy says so.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/iam_application.md, iam_group.md, iam_api_key.md; seen 2026-11-28.
 */
export const identity: Lower<"identity"> = (spec, cx) => {
  const { name, description } = spec;
  if (spec.kind === "people") {
    const group = cx.resource("scaleway_iam_group", "group", { name, description, external_membership: true });
    return { principal: group.ref("id") };
  }
  const application = cx.resource("scaleway_iam_application", "application", { name, description });
  const key = cx.resource("scaleway_iam_api_key", "key", {
    application_id: application.ref("id"),
    description,
    default_project_id: projectOf(cx),
  });
  return { principal: application.ref("id"), credentials: { id: key.ref("access_key"), secret: key.ref("secret_key") } };
};
