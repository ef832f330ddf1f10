import { reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** Where a farm or a frontend runs: `gra`, `bhs`, or `all` (docs/resources/iploadbalancing_http_frontend.md). */
const inZone: Placement = {
  by: "attribute",
  paths: ["zone"],
  special: {
    all: {
      means: "everywhere",
      because: "`all` is every zone that the load balancer has, whatever they are now or later: name the zones.",
    },
  },
};
const onBalancer: Placement = { by: "parent", path: "service_name", of: ["ovh_iploadbalancing", "data.ovh_iploadbalancing"] };
const probe = "The path that a health check asks for on the farm's servers.";
const target = "Where the visitor's browser is sent, or the farm that answers; it names no place.";
/** Requests are passed on to this address. */
const backend = { path: "address", kind: "peer", means: "address" } as const;

/** IP load balancers, ordered by plan codes and split into zones. */
export const resources = {
  // docs/resources/iploadbalancing.md: each zone is an option of its own, plan_code = "iplb-zone-lb1-rbx".
  ovh_iploadbalancing: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { zone: "region", region: "area" },
    codes: ["plan_option[].plan_code"],
    told: ["zone"],
  },
  ovh_iploadbalancing_http_farm: { ...inZone, notPlaces: { "probe[].url": probe } },
  ovh_iploadbalancing_http_farm_server: {
    by: "parent",
    path: "farm_id",
    of: ["ovh_iploadbalancing_http_farm"],
    sends: [backend],
  },
  ovh_iploadbalancing_http_frontend: {
    ...inZone,
    notPlaces: { redirect_location: "The address that visitors are redirected to: it is told to their browser, and nothing is moved." },
  },
  ovh_iploadbalancing_http_route: { ...onBalancer, notPlaces: { "action[].target": target } },
  ovh_iploadbalancing_http_route_rule: onBalancer,
  ovh_iploadbalancing_refresh: onBalancer,
  ovh_iploadbalancing_ssl: onBalancer,
  ovh_iploadbalancing_tcp_farm: { ...inZone, notPlaces: { "probe[].url": probe } },
  ovh_iploadbalancing_tcp_farm_server: {
    by: "parent",
    path: "farm_id",
    of: ["ovh_iploadbalancing_tcp_farm"],
    sends: [backend],
  },
  ovh_iploadbalancing_tcp_frontend: inZone,
  ovh_iploadbalancing_tcp_route: { ...onBalancer, notPlaces: { "action[].target": target } },
  ovh_iploadbalancing_tcp_route_rule: onBalancer,
  ovh_iploadbalancing_udp_farm: inZone,
  ovh_iploadbalancing_udp_farm_server: {
    by: "parent",
    path: "farm_id",
    of: ["ovh_iploadbalancing_udp_farm"],
    sends: [backend],
  },
  ovh_iploadbalancing_udp_frontend: inZone,
  ovh_iploadbalancing_vrack_network: onBalancer,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_iploadbalancing: reads("Finds one load balancer; `zone` narrows the search and says where it is.", "zone"),
  ovh_iploadbalancing_nat_ips: onBalancer,
  ovh_iploadbalancing_vrack_network: onBalancer,
  ovh_iploadbalancing_vrack_networks: onBalancer,
  ovh_iploadbalancings: reads("Lists the names of load balancers, without their zones."),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
