import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region } from "./shared.ts";

/** Stacks and workflows: both make things that are not seen. */
export const resources = {
  openstack_orchestration_stack_v1: {
    by: "opaque",
    because: "Its template makes resources of any kind, which are not seen here.",
    notPlaces: { region: "Where the stack is kept; its resources may be elsewhere." },
  },
  openstack_workflow_cron_trigger_v2: {
    by: "opaque",
    because: "It runs a workflow at set times, which may do anything and is not seen here.",
    notPlaces: { region: "Where the trigger is kept; what the workflow does may be elsewhere." },
  },
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_workflow_cron_trigger_v2: region,
  openstack_workflow_workflow_v2: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
