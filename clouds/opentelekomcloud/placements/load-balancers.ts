import { nowhere } from "../../contract/placed.ts";
import type { Placement, Sending } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region, toAddress } from "./shared.ts";

/** Members are machines behind the balancer; one that is named by a public address can be anywhere (`ip_target_enable`). */
const member: readonly Sending[] = [toAddress("address")];
const probe = { domain_name: "The Host header of the probe.", url_path: "The path that the probe asks for." };
const visitors = "Where visitors are sent; nothing is handed on there.";
const certified: Placement = { ...region, notPlaces: { domain: "The name that the certificate is for." } };

/** Load balancers, shared (v2) and dedicated (v3). */
export const resources = {
  opentelekomcloud_lb_certificate_v2: certified,
  opentelekomcloud_lb_certificate_v3: certified,
  opentelekomcloud_lb_ipgroup_v3: here,
  opentelekomcloud_lb_l7policy_v2: {
    ...region,
    notPlaces: { redirect_listener_id: "A listener of the balancer.", redirect_pool_id: "A pool of the balancer." },
  },
  opentelekomcloud_lb_l7rule_v2: region,
  opentelekomcloud_lb_listener_v2: region,
  opentelekomcloud_lb_listener_v3: { ...here, notPlaces: { "insert_headers[].forwarded_host": "Whether a header is added." } },
  opentelekomcloud_lb_loadbalancer_v2: region,
  opentelekomcloud_lb_loadbalancer_v3: {
    ...here,
    zones: ["availability_zones"],
    notPlaces: { ip_target_enable: "Whether members may be outside the network; each member's address is judged." },
  },
  opentelekomcloud_lb_member_v2: { ...region, sends: member },
  opentelekomcloud_lb_member_v3: { ...here, sends: member },
  opentelekomcloud_lb_monitor_v2: { ...region, notPlaces: probe },
  opentelekomcloud_lb_monitor_v3: { ...here, notPlaces: probe },
  opentelekomcloud_lb_policy_v3: {
    ...here,
    notPlaces: {
      redirect_listener_id: "A listener of the balancer.",
      redirect_pool_id: "A pool of the balancer.",
      redirect_url: visitors,
      "redirect_pools_config[]": "Pools of the balancer.",
      "redirect_url_config[]": visitors,
    },
  },
  opentelekomcloud_lb_pool_v2: region,
  opentelekomcloud_lb_pool_v3: here,
  opentelekomcloud_lb_rule_v3: here,
  opentelekomcloud_lb_security_policy_v3: here,
  opentelekomcloud_lb_whitelist_v2: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_lb_certificate_v3: { ...here, notPlaces: { domain: "The name that the certificate is for." } },
  opentelekomcloud_lb_flavor_v3: nowhere("Describes a size that is sold."),
  opentelekomcloud_lb_flavors_v3: nowhere("Lists sizes that are sold."),
  opentelekomcloud_lb_listener_v3: here,
  opentelekomcloud_lb_loadbalancer_v3: here,
  opentelekomcloud_lb_member_ids_v2: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
