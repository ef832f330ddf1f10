import { home, homeZone, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";

const here = home();

/** Networks, addresses, gateways, rules and private connections. */
export const resources = {
  outscale_client_gateway: { ...here, sends: [{ path: "public_ip", kind: "peer", means: "address" }] },
  outscale_dhcp_option: {
    ...here,
    notPlaces: {
      domain_name: "The domain that machines take for their own.",
      domain_name_servers: "Who answers the names that machines ask for.",
    },
  },
  outscale_internet_service: here,
  outscale_internet_service_link: here,
  outscale_main_route_table_link: here,
  outscale_nat_service: here,
  outscale_net: here,
  outscale_net_access_point: here,
  outscale_net_attributes: here,
  outscale_net_peering: {
    ...here,
    sends: [{ path: "accepter_net_id", kind: "peer", means: "reference", of: ["outscale_net", "data.outscale_net"] }],
  },
  outscale_net_peering_acceptation: here,
  outscale_nic: here,
  outscale_nic_link: here,
  outscale_nic_private_ip: here,
  outscale_public_ip: here,
  outscale_public_ip_link: here,
  outscale_route: { ...here, notPlaces: { destination_ip_range: "An address range to which there is a way." } },
  outscale_route_table: here,
  outscale_route_table_link: here,
  outscale_security_group: here,
  outscale_security_group_rule: here,
  outscale_subnet: homeZone("subregion_name"),
  outscale_virtual_gateway: here,
  outscale_virtual_gateway_link: here,
  outscale_virtual_gateway_route_propagation: here,
  outscale_vpn_connection: here,
  outscale_vpn_connection_route: { ...here, notPlaces: { destination_ip_range: "An address range to which there is a way." } },
} satisfies Partial<Record<OutscaleResourceType, Placement>>;

export const dataSources = {
  outscale_client_gateway: here,
  outscale_client_gateways: here,
  outscale_dhcp_option: here,
  outscale_dhcp_options: here,
  outscale_internet_service: here,
  outscale_internet_services: here,
  outscale_nat_service: here,
  outscale_nat_services: here,
  outscale_net: here,
  outscale_net_access_point: here,
  outscale_net_access_point_services: nowhere("Lists the services of the region that an access point may reach."),
  outscale_net_access_points: here,
  outscale_net_attributes: here,
  outscale_net_peering: here,
  outscale_net_peerings: here,
  outscale_nets: here,
  outscale_nic: here,
  outscale_nics: here,
  outscale_public_ip: here,
  outscale_public_ips: here,
  outscale_route_table: here,
  outscale_route_tables: here,
  outscale_security_group: here,
  outscale_security_groups: here,
  outscale_subnet: here,
  outscale_subnets: here,
  outscale_virtual_gateway: here,
  outscale_virtual_gateways: here,
  outscale_vpn_connection: here,
  outscale_vpn_connections: here,
} satisfies Partial<Record<OutscaleDataSourceType, Placement>>;
