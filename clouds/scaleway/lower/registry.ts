import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A private namespace of the container registry: whoever signs in with a right to it pulls, from wherever they are. It has no list of addresses.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/registry_namespace.md; seen 2026-11-28.
 */
export const registry: Lower<"registry"> = (spec, cx) => {
  if (spec.allowedFrom.length > 0)
    throw new InputError(
      `Registry ${spec.name} lets in named addresses only, and Scaleway's registry has no list of addresses: who signs in reaches it from anywhere. Say that aloud, { allowedFrom: "whoever-signs-in" }, or run Harbor in the private network.`,
    );
  const made = cx.resource("scaleway_registry_namespace", "registry", {
    name: spec.name,
    region: cx.region,
    project_id: projectOf(cx),
    is_public: false,
  });
  return { registryId: made.ref("id"), url: `https://${made.ref("endpoint")}` };
};
