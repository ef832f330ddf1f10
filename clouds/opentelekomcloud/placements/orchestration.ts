import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { region } from "./shared.ts";

/** Stacks. A template makes resources of any kind, which no view of this program shows. */
export const resources = {
  // A script that a machine of the region runs, as user data is: configuration of what has been placed.
  opentelekomcloud_rts_software_config_v1: region,
  opentelekomcloud_rts_software_deployment_v1: region,
  opentelekomcloud_rts_stack_v1: {
    by: "opaque",
    because: "Its template makes resources of any kind, which are not seen here.",
    notPlaces: { region: "Where the stack is kept; its resources may be elsewhere.", template_url: "Where the template is fetched from." },
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_rts_software_config_v1: region,
  opentelekomcloud_rts_software_deployment_v1: region,
  opentelekomcloud_rts_stack_resource_v1: region,
  opentelekomcloud_rts_stack_v1: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
