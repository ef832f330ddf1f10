import type { Lower, LowerContext } from "../../contract/index.ts";
import { zoneOf } from "./project.ts";

/**
 * A VPC, and a private network for each subnet; private networks span the region's zones, and the VPC routes between them. The way out is a public
 * gateway that translates what goes out: it has no way in, no SMTP and no bastion. A spoke is private networks in the hub's VPC, behind the hub's gateway.
 * There is no private backbone beyond the VPC, so that a VLAN number has nothing to number.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/vpc.md, vpc_private_network.md, vpc_public_gateway.md, vpc_gateway_network.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const { region } = cx;
  const through = spec.gateway !== undefined && "of" in spec.gateway ? spec.gateway : undefined;
  const vpc_id =
    through === undefined
      ? cx.resource("scaleway_vpc", "vpc", { name: spec.name, region, enable_routing: true }).ref("id")
      : through.hub.networkId;
  const subnets = spec.subnets.map(({ id, cidr }) => ({
    id,
    handle: cx.resource("scaleway_vpc_private_network", `subnet-${id}`, {
      name: `${spec.name}-${id}`,
      region,
      vpc_id,
      ipv4_subnet: [{ subnet: cidr }],
    }),
  }));
  const gatewayId =
    through?.of ?? (spec.gateway === undefined || "of" in spec.gateway ? undefined : gateway(spec.name, SIZES[spec.gateway.size], cx));
  if (gatewayId !== undefined)
    for (const { id, handle } of subnets)
      cx.resource("scaleway_vpc_gateway_network", `way-out-${id}`, {
        gateway_id: gatewayId,
        private_network_id: handle.ref("id"),
        zone: zoneOf(undefined, cx),
        enable_masquerade: true,
        ipam_config: [{ push_default_route: true }],
      });
  return {
    networkId: vpc_id,
    regionalId: vpc_id,
    subnetIds: Object.fromEntries(subnets.map(({ id, handle }) => [id, handle.ref("id")])),
    ...(gatewayId === undefined ? {} : { gatewayId }),
  };
};

const SIZES = { small: "VPC-GW-S", medium: "VPC-GW-M", large: "VPC-GW-L" } as const;

function gateway(name: string, type: string, cx: LowerContext): string {
  const zone = zoneOf(undefined, cx);
  const address = cx.resource("scaleway_vpc_public_gateway_ip", "way-out-address", { zone });
  return cx
    .resource("scaleway_vpc_public_gateway", "gateway", {
      name: `${name}-gateway`,
      zone,
      type,
      ip_id: address.ref("id"),
      bastion_enabled: false,
      enable_smtp: false,
    })
    .ref("id");
}
