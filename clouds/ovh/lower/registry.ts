import { InputError } from "../../../catalogue/index.ts";
import { contains, type Lower, parseCidr } from "../../contract/index.ts";
import { shortNameOf } from "./location.ts";
import { projectOf } from "./project.ts";

/**
 * A Harbor registry. It has a public name and no private endpoint: the addresses that may reach it are its only wall, so both lists, that of the
 * console and that of images, always have some.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_containerregistry.md, cloud_project_containerregistry_ip_restrictions_*.md; seen 2026-11-23.
 */
export const registry: Lower<"registry"> = (spec, cx) => {
  if (spec.allowedFrom.length === 0)
    throw new InputError(
      `Registry ${spec.name} lets in whoever signs in, and OVHcloud's has a list of addresses, which then is empty and lets in everybody. Name who reaches it: { allowedFrom: [{ cidr, description }] }.`,
    );
  const inside = spec.allowedFrom.find(({ cidr }) => PRIVATE.some((block) => contains(parseCidr(block), parseCidr(cidr))));
  if (inside !== undefined)
    throw new InputError(
      `Registry ${spec.name} lets in ${inside.cidr} (${inside.description}), private addresses that it never sees: OVHcloud's registries are reached over the internet only. Name the public address by which that network goes out.`,
    );
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

/** RFC 1918. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
