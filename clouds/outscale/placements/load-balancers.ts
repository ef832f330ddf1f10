import { home } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";

const here = home();

/** Load balancers and their certificates. */
export const resources = {
  outscale_load_balancer: home("subregion_names"),
  outscale_load_balancer_attributes: { ...here, sends: [{ path: "access_log[].osu_bucket_name", kind: "log", means: "reference" }] },
  outscale_load_balancer_listener_rule: {
    ...here,
    notPlaces: { "listener_rule[].host_name_pattern": "The Host header that the rule is for." },
  },
  outscale_load_balancer_policy: home("subregion_names"),
  outscale_load_balancer_vms: here,
  outscale_server_certificate: here,
} satisfies Partial<Record<OutscaleResourceType, Placement>>;

export const dataSources = {
  outscale_load_balancer: here,
  outscale_load_balancer_listener_rule: here,
  outscale_load_balancer_listener_rules: here,
  outscale_load_balancer_tags: here,
  outscale_load_balancer_vm_health: here,
  outscale_load_balancers: here,
  outscale_server_certificate: here,
  outscale_server_certificates: here,
} satisfies Partial<Record<OutscaleDataSourceType, Placement>>;
