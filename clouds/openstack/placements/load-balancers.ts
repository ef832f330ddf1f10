import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region, toAddress } from "./shared.ts";

/** Load balancers by Octavia. */
export const resources = {
  openstack_lb_flavor_v2: region,
  openstack_lb_flavorprofile_v2: region,
  openstack_lb_l7policy_v2: {
    ...region,
    notPlaces: {
      redirect_http_code: "What visitors are told.",
      redirect_pool_id: "A pool of the balancer.",
      redirect_prefix: "Where visitors are sent; nothing is handed on there.",
      redirect_url: "Where visitors are sent; nothing is handed on there.",
    },
  },
  openstack_lb_l7rule_v2: region,
  openstack_lb_listener_v2: region,
  openstack_lb_loadbalancer_v2: { ...region, zones: ["availability_zone"] },
  openstack_lb_member_v2: { ...region, sends: [toAddress("address")] },
  openstack_lb_members_v2: { ...region, sends: [toAddress("member[].address")] },
  openstack_lb_monitor_v2: {
    ...region,
    notPlaces: { domain_name: "The Host header of the probe.", url_path: "The path that the probe asks for." },
  },
  openstack_lb_pool_v2: region,
  openstack_lb_quota_v2: region,
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_lb_flavor_v2: region,
  openstack_lb_flavorprofile_v2: region,
  openstack_lb_listener_v2: region,
  openstack_lb_loadbalancer_v2: region,
  openstack_lb_member_v2: region,
  openstack_lb_monitor_v2: { ...region, notPlaces: { url_path: "The path that the probe asks for." } },
  openstack_lb_pool_v2: region,
  openstack_loadbalancer_flavor_v2: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
