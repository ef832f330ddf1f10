import type { Lower, LowerContext, NetworkSpec } from "../../contract/index.ts";
import { siteOf } from "../sites.ts";

/**
 * A private network with its subnets, and a router as the way out: it translates what goes out, and has no way in. A spoke is a network on the hub's
 * router, which leads from each to the others. Networks span the zones, and their numbers are the operator's to choose.
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/networking_network_v2.md, networking_subnet_v2.md,
 * networking_router_v2.md, networking_router_interface_v2.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const { region } = cx;
  const made = cx.resource("openstack_networking_network_v2", "network", { name: spec.name, region, admin_state_up: true });
  const router_id = routerOf(spec, cx);
  const subnetIds = spec.subnets.map(({ id, cidr }): [string, string] => {
    const subnet = cx.resource("openstack_networking_subnet_v2", `subnet-${id}`, {
      name: `${spec.name}-${id}`,
      region,
      network_id: made.ref("id"),
      cidr,
      ip_version: 4,
      enable_dhcp: true,
      ...(router_id === undefined ? { no_gateway: true } : {}),
    });
    if (router_id === undefined) return [id, subnet.ref("id")];
    const joined = cx.resource("openstack_networking_router_interface_v2", `way-out-${id}`, {
      region,
      router_id,
      subnet_id: subnet.ref("id"),
    });
    // Whoever names the subnet waits until it leads somewhere: a public address is refused before.
    return [id, joined.ref("subnet_id")];
  });
  return {
    networkId: made.ref("id"),
    regionalId: made.ref("id"),
    subnetIds: Object.fromEntries(subnetIds),
    ...(router_id === undefined ? {} : { gatewayId: router_id }),
  };
};

function routerOf({ name, gateway }: NetworkSpec, cx: LowerContext): string | undefined {
  if (gateway === undefined) return undefined;
  if ("of" in gateway) return gateway.of;
  const outside = cx.lookUp("openstack_networking_network_v2", "outside", {
    name: siteOf(cx.region).externalNetwork,
    external: true,
    region: cx.region,
  });
  return cx
    .resource("openstack_networking_router_v2", "gateway", {
      name: `${name}-gateway`,
      region: cx.region,
      admin_state_up: true,
      external_network_id: outside.ref("id"),
    })
    .ref("id");
}
