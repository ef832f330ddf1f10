import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { balanced, handsOn, region } from "./shared.ts";

const area = "A plan of addresses of the organisation: it holds no data, and networks say their own region.";
const route: Placement = {
  ...region,
  sends: [handsOn("next_hop.value")],
  notPlaces: { destination: "A range of addresses to which there is a way." },
};

/** Networks, addresses, firewalls and balancers. */
export const resources = {
  stackit_loadbalancer: {
    ...balanced,
    notPlaces: {
      "listeners[].target_pool": "The machines that answer, by the name of their list.",
      "target_pools[].target_port": "The port on which the machines answer.",
    },
  },
  stackit_loadbalancer_observability_credential: region,
  stackit_network: { ...region, notPlaces: { routed: "Whether the network is joined to a router." } },
  stackit_network_area: nowhere(area),
  stackit_network_area_region: region,
  stackit_network_area_route: route,
  stackit_network_interface: region,
  stackit_public_ip: region,
  stackit_public_ip_associate: region,
  stackit_routing_table: region,
  stackit_routing_table_route: route,
  stackit_security_group: region,
  stackit_security_group_rule: region,
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_loadbalancer: region,
  stackit_network: region,
  stackit_network_area: nowhere(area),
  stackit_network_area_region: region,
  stackit_network_area_route: region,
  stackit_network_interface: region,
  stackit_public_ip: region,
  stackit_routing_table: region,
  stackit_routing_table_route: region,
  stackit_routing_table_routes: region,
  stackit_routing_tables: region,
  stackit_security_group: region,
  stackit_security_group_rule: region,
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
