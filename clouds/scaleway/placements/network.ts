import { home, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within, zone } from "./shared.ts";

/** Networks, gateways, addresses, and private lines to elsewhere. */
export const resources = {
  scaleway_interlink_link: {
    ...region,
    notPlaces: { pop_id: "The point at which a line of the customer's own meets Scaleway's network." },
  },
  scaleway_interlink_routing_policy: region,
  scaleway_ipam_ip: region,
  scaleway_ipam_ip_reverse_dns: {
    ...within(["region"], "ipam_ip_id", "scaleway_ipam_ip", "data.scaleway_ipam_ip"),
    notPlaces: { hostname: "A public name for an address." },
  },
  scaleway_s2s_vpn_connection: within(["region"], "vpn_gateway_id", "scaleway_s2s_vpn_gateway", "data.scaleway_s2s_vpn_gateway"),
  scaleway_s2s_vpn_customer_gateway: {
    ...region,
    sends: [
      { path: "ipv4_public", kind: "peer", means: "address" },
      { path: "ipv6_public", kind: "peer", means: "address" },
    ],
  },
  scaleway_s2s_vpn_gateway: home("zone", "region"),
  scaleway_s2s_vpn_routing_policy: region,
  scaleway_vpc: region,
  scaleway_vpc_acl: {
    ...within(["region"], "vpc_id", "scaleway_vpc", "data.scaleway_vpc"),
    notPlaces: { "rules[].destination": "An address range that a rule speaks of." },
  },
  scaleway_vpc_connector: {
    ...within(["region"], "vpc_id", "scaleway_vpc", "data.scaleway_vpc"),
    sends: [{ path: "target_vpc_id", kind: "peer", means: "reference", of: ["scaleway_vpc", "data.scaleway_vpc"] }],
  },
  scaleway_vpc_gateway_network: within(["zone"], "gateway_id", "scaleway_vpc_public_gateway", "data.scaleway_vpc_public_gateway"),
  scaleway_vpc_ingress_rule: within(["region"], "vpc_id", "scaleway_vpc", "data.scaleway_vpc"),
  scaleway_vpc_private_network: { ...within(["region"], "vpc_id", "scaleway_vpc", "data.scaleway_vpc"), zones: ["zone"] },
  scaleway_vpc_public_gateway: zone,
  scaleway_vpc_public_gateway_dhcp: zone,
  scaleway_vpc_public_gateway_dhcp_reservation: within(
    ["zone"],
    "gateway_network_id",
    "scaleway_vpc_gateway_network",
    "data.scaleway_vpc_gateway_network",
  ),
  scaleway_vpc_public_gateway_ip: zone,
  scaleway_vpc_public_gateway_ip_reverse_dns: within(
    ["zone"],
    "gateway_ip_id",
    "scaleway_vpc_public_gateway_ip",
    "data.scaleway_vpc_public_gateway_ip",
  ),
  scaleway_vpc_public_gateway_pat_rule: within(["zone"], "gateway_id", "scaleway_vpc_public_gateway", "data.scaleway_vpc_public_gateway"),
  scaleway_vpc_route: {
    ...within(["region"], "vpc_id", "scaleway_vpc", "data.scaleway_vpc"),
    notPlaces: { destination: "An address range to which there is a way." },
  },
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_interlink_dedicated_connection: region,
  scaleway_interlink_link: region,
  scaleway_interlink_partner: region,
  scaleway_interlink_partners: { ...region, notPlaces: { pop_ids: "Filters by points of presence." } },
  scaleway_interlink_pop: { ...region, notPlaces: { pop_id: "The point of presence that is looked for." } },
  scaleway_interlink_pops: region,
  scaleway_interlink_routing_policy: region,
  scaleway_ipam_ip: region,
  scaleway_ipam_ips: region,
  scaleway_s2s_vpn_connection: region,
  scaleway_s2s_vpn_customer_gateway: region,
  scaleway_s2s_vpn_gateway: home("zone", "region"),
  scaleway_s2s_vpn_routing_policy: region,
  scaleway_vpc: region,
  scaleway_vpc_acl: region,
  scaleway_vpc_connector: { ...region, notPlaces: { target_vpc_id: "Filters by the other network." } },
  scaleway_vpc_gateway_network: reads("Reads how a gateway is tied to a network.", "zone"),
  scaleway_vpc_ingress_rule: region,
  scaleway_vpc_private_network: region,
  scaleway_vpc_public_gateway: zone,
  scaleway_vpc_public_gateway_dhcp: reads("Reads how a gateway gives out addresses.", "zone"),
  scaleway_vpc_public_gateway_dhcp_reservation: zone,
  scaleway_vpc_public_gateway_ip: reads("Reads the address of a gateway.", "zone"),
  scaleway_vpc_public_gateway_pat_rule: zone,
  scaleway_vpc_route: region,
  scaleway_vpc_routes: region,
  scaleway_vpcs: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
