import type { Lower } from "../../contract/index.ts";
import { shortNameOf } from "./location.ts";
import { projectOf } from "./project.ts";

/**
 * A Harbor registry. It has a public name and no private endpoint: the addresses that may reach it are its only wall, so both lists, that of the
 * console and that of images, always have some.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_containerregistry.md, cloud_project_containerregistry_ip_restrictions_*.md; seen 2026-11-23.
 */
export const registry: Lower<"registry"> = (spec, cx) => {
  const service_name = projectOf(cx);
  const made = cx.resource("ovh_cloud_project_containerregistry", "registry", {
    service_name,
    region: shortNameOf(cx.region, "container registry"),
    name: spec.name,
  });
  const ip_restrictions = spec.allowedFrom.map(({ cidr, description }) => ({ ip_block: cidr, description }));
  for (const what of ["management", "registry"])
    cx.resource(`ovh_cloud_project_containerregistry_ip_restrictions_${what}`, `addresses-${what}`, {
      service_name,
      registry_id: made.ref("id"),
      ip_restrictions,
    });
  return { registryId: made.ref("id"), url: made.ref("url") };
};
