import { addressIn, type Hub, type Lower, type LowerContext, type NetworkSpec, parseCidr } from "../../contract/index.ts";
import { publicAddress } from "./public-address.ts";

/**
 * A VPC with its subnets, and a NAT gateway as the way out. A gateway serves one VPC, so that a spoke has one of its own and is peered with its hub. A
 * subnet's zone is where the console shows it; machines of every zone may stand in it.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/vpc_v1.md, vpc_subnet_v1.md, nat_gateway_v2.md, nat_snat_rule_v2.md,
 * vpc_peering_connection_v2.md, vpc_route_v2.md; seen 2026-11-28.
 */
export const network: Lower<"network"> = (spec, cx) => {
  const { region } = cx;
  const vpc = cx.resource("opentelekomcloud_vpc_v1", "vpc", { name: spec.name, region, cidr: spec.cidr });
  const vpc_id = vpc.ref("id");
  const subnets = spec.subnets.map(({ id, cidr, zone }): [string, string] => [
    id,
    cx
      .resource("opentelekomcloud_vpc_subnet_v1", `subnet-${id}`, {
        name: `${spec.name}-${id}`,
        region,
        vpc_id,
        cidr,
        gateway_ip: addressIn(parseCidr(cidr), 1),
        ...(zone === undefined ? {} : { availability_zone: zone }),
      })
      .ref("id"),
  ]);
  const { gateway } = spec;
  if (gateway !== undefined && "of" in gateway) peering(spec, gateway.hub, vpc_id, cx);
  const size = gateway === undefined ? undefined : "of" in gateway ? "small" : gateway.size;
  return {
    networkId: vpc_id,
    regionalId: vpc_id,
    subnetIds: Object.fromEntries(subnets),
    ...(size === undefined ? {} : { gatewayId: wayOut(spec.name, size, vpc_id, subnets, cx) }),
  };
};

/** Sizes of a NAT gateway: 10,000, 50,000 and 200,000 connections. */
const SIZES = { small: "1", medium: "2", large: "3" } as const;

function wayOut(name: string, size: keyof typeof SIZES, router_id: string, subnets: readonly [string, string][], cx: LowerContext): string {
  const { region } = cx;
  const gateway = cx.resource("opentelekomcloud_nat_gateway_v2", "gateway", {
    name: `${name}-gateway`,
    region,
    spec: SIZES[size],
    router_id,
    internal_network_id: subnets[0]?.[1] ?? "",
  });
  const floating_ip_id = publicAddress(`${name}-way-out`, cx).ref("id");
  for (const [id, network_id] of subnets)
    cx.resource("opentelekomcloud_nat_snat_rule_v2", `way-out-${id}`, {
      region,
      nat_gateway_id: gateway.ref("id"),
      network_id,
      floating_ip_id,
    });
  return gateway.ref("id");
}

/** Joins a spoke to its hub, and writes the way in both directions. */
function peering(spec: NetworkSpec, hub: Hub, vpc_id: string, cx: LowerContext): void {
  const { region } = cx;
  const joined = cx.resource("opentelekomcloud_vpc_peering_connection_v2", "peering", {
    name: spec.name,
    region,
    vpc_id,
    peer_vpc_id: hub.networkId,
  });
  const route = (id: string, from: string, destination: string) =>
    cx.resource("opentelekomcloud_vpc_route_v2", id, { region, type: "peering", nexthop: joined.ref("id"), destination, vpc_id: from });
  route("to-hub", vpc_id, hub.cidr);
  route("from-hub", hub.networkId, spec.cidr);
}
