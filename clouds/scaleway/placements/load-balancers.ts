import { beside, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { within, zone } from "./shared.ts";

/** Load balancers. What belongs to one has no place of its own. */
export const resources = {
  scaleway_lb: zone,
  scaleway_lb_acl: {
    ...beside("frontend_id", "scaleway_lb_frontend", "data.scaleway_lb_frontend"),
    notPlaces: { "action[].redirect[]": "Where the visitor's browser is sent." },
  },
  scaleway_lb_backend: {
    ...beside("lb_id", "scaleway_lb", "data.scaleway_lb"),
    sends: [
      { path: "server_ips", kind: "peer", means: "address" },
      { path: "failover_host", kind: "peer", means: "endpoint" },
    ],
    notPlaces: {
      "health_check_http[].host_header": "The Host header of a health check.",
      "health_check_http[].uri": "The path that a health check asks for.",
      "health_check_https[].host_header": "The Host header of a health check.",
      "health_check_https[].uri": "The path that a health check asks for.",
    },
  },
  scaleway_lb_certificate: beside("lb_id", "scaleway_lb", "data.scaleway_lb"),
  scaleway_lb_frontend: {
    ...beside("lb_id", "scaleway_lb", "data.scaleway_lb"),
    notPlaces: { "acl[].action[].redirect[]": "Where the visitor's browser is sent." },
  },
  scaleway_lb_ip: zone,
  scaleway_lb_private_network: within(["zone"], "lb_id", "scaleway_lb", "data.scaleway_lb"),
  scaleway_lb_route: {
    ...beside("frontend_id", "scaleway_lb_frontend", "data.scaleway_lb_frontend"),
    notPlaces: { match_host_header: "The Host header that the route is for." },
  },
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_lb: zone,
  scaleway_lb_acls: zone,
  scaleway_lb_backend: reads("Reads one backend of a load balancer."),
  scaleway_lb_backends: zone,
  scaleway_lb_certificate: reads("Reads one certificate of a load balancer."),
  scaleway_lb_frontend: reads("Reads one frontend of a load balancer."),
  scaleway_lb_frontends: zone,
  scaleway_lb_ip: zone,
  scaleway_lb_ips: zone,
  scaleway_lb_route: reads("Reads one route of a load balancer."),
  scaleway_lb_routes: zone,
  scaleway_lbs: zone,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
