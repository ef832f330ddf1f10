import { InputError } from "../../../catalogue/index.ts";
import type { Lower } from "../../contract/index.ts";

/** Where registries stand, as the provider's documentation writes it. Source: docs/resources/container_registry.md; seen 2026-11-28. */
const SOLD = "de/fra";

/** A container registry, for addresses that are named; whoever signs in with a token of it pulls. Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/container_registry.md; seen 2026-11-28. */
export const registry: Lower<"registry"> = (spec, cx) => {
  if (spec.allowedFrom.length === 0)
    throw new InputError(
      `Registry ${spec.name} names nobody who may reach it, and without a list IONOS lets in whoever has a token, from anywhere. Name the addresses: { allowedFrom: [ … ] }.`,
    );
  if (cx.region !== SOLD)
    throw new InputError(
      `Registry ${spec.name} would stand in ${cx.region}, and of IONOS' registries we know that they stand in ${SOLD}. Put it there.`,
    );
  const made = cx.resource("ionoscloud_container_registry", "registry", {
    name: spec.name,
    location: cx.region,
    api_subnet_allow_list: spec.allowedFrom.map(({ cidr }) => cidr),
  });
  return { registryId: made.ref("id"), url: `https://${made.ref("hostname")}` };
};
