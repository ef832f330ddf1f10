import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, range, region } from "./shared.ts";

const rule: Placement = {
  ...region,
  notPlaces: { destination_ip_address: range, destination_port: "A port that the rule speaks of." },
};

/**
 * Networks, addresses, rules, routers and gateways. A peering joins two networks of one region: the operator has none between regions
 * (support.huaweicloud.com, "VPC Peering Connection Overview", the maker of the software, read 2026-11-28).
 */
export const resources = {
  opentelekomcloud_er_association_v3: here,
  opentelekomcloud_er_instance_v3: { ...here, zones: ["availability_zones"] },
  opentelekomcloud_er_propagation_v3: here,
  opentelekomcloud_er_route_table_v3: here,
  opentelekomcloud_er_static_route_v3: { ...here, notPlaces: { destination: range } },
  opentelekomcloud_er_vpc_attachment_v3: here,
  opentelekomcloud_fw_firewall_group_v2: region,
  opentelekomcloud_fw_policy_v2: region,
  opentelekomcloud_fw_rule_v2: rule,
  opentelekomcloud_nat_dnat_rule_v2: here,
  opentelekomcloud_nat_gateway_v2: region,
  opentelekomcloud_nat_snat_rule_v2: region,
  opentelekomcloud_networking_floatingip_associate_v2: region,
  opentelekomcloud_networking_floatingip_v2: region,
  opentelekomcloud_networking_network_v2: region,
  opentelekomcloud_networking_port_secgroup_associate_v2: region,
  opentelekomcloud_networking_port_v2: region,
  opentelekomcloud_networking_router_interface_v2: region,
  opentelekomcloud_networking_router_route_v2: { ...region, notPlaces: { destination_cidr: range } },
  opentelekomcloud_networking_router_v2: region,
  opentelekomcloud_networking_secgroup_rule_v2: region,
  opentelekomcloud_networking_secgroup_v2: region,
  opentelekomcloud_networking_subnet_v2: {
    ...region,
    notPlaces: { "host_routes[]": "Ways that machines are told of.", "host_routes[].destination_cidr": range },
  },
  opentelekomcloud_networking_vip_associate_v2: here,
  opentelekomcloud_networking_vip_v2: here,
  opentelekomcloud_vpc_bandwidth_associate_v2: here,
  opentelekomcloud_vpc_bandwidth_v2: here,
  opentelekomcloud_vpc_eip_v1: region,
  opentelekomcloud_vpc_flow_log_v1: here,
  opentelekomcloud_vpc_peering_connection_accepter_v2: region,
  opentelekomcloud_vpc_peering_connection_v2: region,
  opentelekomcloud_vpc_route_table_v1: { ...region, notPlaces: { "route[].destination": range } },
  opentelekomcloud_vpc_route_v2: { ...region, notPlaces: { destination: range } },
  opentelekomcloud_vpc_subnet_v1: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_vpc_v1: region,
  opentelekomcloud_vpcep_endpoint_v1: here,
  opentelekomcloud_vpcep_service_v1: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_nat_dnat_rules_v2: here,
  opentelekomcloud_nat_gateway_v2: region,
  opentelekomcloud_nat_snat_rules_v2: here,
  opentelekomcloud_networking_network_v2: region,
  opentelekomcloud_networking_port_ids_v2: region,
  opentelekomcloud_networking_port_v2: region,
  opentelekomcloud_networking_secgroup_rule_ids_v2: region,
  opentelekomcloud_networking_secgroup_v2: region,
  opentelekomcloud_vpc_bandwidth: region,
  opentelekomcloud_vpc_bandwidth_v2: here,
  opentelekomcloud_vpc_eip_v1: region,
  opentelekomcloud_vpc_peering_connection_v2: region,
  opentelekomcloud_vpc_route_ids_v2: region,
  opentelekomcloud_vpc_route_table_v1: here,
  opentelekomcloud_vpc_route_tables_v1: here,
  opentelekomcloud_vpc_route_v2: { ...region, notPlaces: { destination: range } },
  opentelekomcloud_vpc_subnet_ids_v1: region,
  opentelekomcloud_vpc_subnet_v1: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_vpc_v1: region,
  opentelekomcloud_vpcep_public_service_v1: here,
  opentelekomcloud_vpcep_service_v1: here,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
