import { home, nowhere } from "../../contract/placed.ts";
import type { Placement, Sending } from "../../contract/placement.ts";

/** Its own region, else the block's (`DetermineRegion`, gophercloud/utils terraform/auth/config.go, read 2026-11-28). */
export const region: Placement = home("region");

/** Of the whole cloud, whichever region's address is called; a region that is written must be one of the cloud's all the same. */
export const identity: Placement = {
  by: "attribute",
  paths: ["region"],
  absent: {
    means: "nothing",
    because:
      "Identities and rights are of the whole cloud and reach only what has been placed; its identity service is judged by its address.",
  },
};

export const zonesOf: Placement = {
  ...nowhere("Lists the zones of a region."),
  notPlaces: { region: "The region whose zones are listed; nothing is put there." },
};

/** An address that data is handed on to: a private one, or that of something in this infrastructure. */
export const toAddress = (path: string, kind: Sending["kind"] = "peer"): Sending => ({ path, kind, means: "address", of: ADDRESSED });

/** What has an address of its own, and gives it as an attribute. */
const ADDRESSED: readonly string[] = [
  "openstack_compute_instance_v2",
  "openstack_db_instance_v1",
  "openstack_lb_loadbalancer_v2",
  "openstack_networking_floatingip_v2",
  "openstack_networking_port_v2",
  "data.openstack_compute_instance_v2",
  "data.openstack_lb_loadbalancer_v2",
  "data.openstack_networking_floatingip_v2",
  "data.openstack_networking_port_v2",
];

export const range = "An address range that the rule or route speaks of.";
export const host = "Which machine underneath, within the zone.";
