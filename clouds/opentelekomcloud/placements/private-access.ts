import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, range, region, toAddress } from "./shared.ts";

const end = "The customer's own end of the line, in words: it leads to where the customer is.";
const near = "The point at which a line of the customer's own meets the operator's network.";

/** Tunnels and lines to elsewhere. A tunnel's other end is an address; a line's other end is the customer's own site. */
export const resources = {
  opentelekomcloud_dc_endpoint_group_v2: { ...here, notPlaces: { endpoints: range } },
  opentelekomcloud_dc_hosted_connect_v3: { ...here, notPlaces: { peer_location: end } },
  opentelekomcloud_dc_virtual_gateway_v2: {
    ...here,
    notPlaces: { "local_ep_group[].endpoints": range, "local_ep_group_v6[].endpoints": range },
  },
  opentelekomcloud_dc_virtual_interface_v2: { ...here, notPlaces: { "remote_ep_group[].endpoints": range } },
  opentelekomcloud_direct_connect_v2: { ...here, notPlaces: { location: near, peer_location: end } },
  opentelekomcloud_enterprise_vpn_connection_monitor_v5: here,
  opentelekomcloud_enterprise_vpn_connection_v5: { ...here, notPlaces: { "policy_rules[].destination": range } },
  // An address, or a name under which the customer's gateway is found.
  opentelekomcloud_enterprise_vpn_customer_gateway_v5: { ...here, sends: [toAddress("id_value")] },
  opentelekomcloud_enterprise_vpn_gateway_v5: { ...here, zones: ["availability_zones"] },
  opentelekomcloud_vpnaas_endpoint_group_v2: { ...region, notPlaces: { endpoints: range } },
  opentelekomcloud_vpnaas_ike_policy_v2: region,
  opentelekomcloud_vpnaas_ipsec_policy_v2: region,
  opentelekomcloud_vpnaas_service_v2: region,
  opentelekomcloud_vpnaas_site_connection_v2: { ...region, sends: [toAddress("peer_address")] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_direct_connect_v2: { ...region, notPlaces: { location: near } },
  opentelekomcloud_vpnaas_service_v2: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
