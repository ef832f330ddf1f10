import { home } from "../../contract/placed.ts";
import type { Placement, Sending } from "../../contract/placement.ts";

/** Where the provider block says: the type has no region of its own, and is called at the address that serves the block's. */
export const here: Placement = home();
/** The same, unless the resource names a region itself (`GetRegion` of the provider, opentelekomcloud/common/cfg/config.go, read 2026-11-28). */
export const region: Placement = home("region");

/**
 * A bucket that something is written to. Its name is unique in the whole of object storage (docs/resources/obs_bucket.md, read 2026-11-28), so that it
 * means the bucket of that name beside it, and says nothing of the place where there is none.
 */
export const toBucket = (path: string, kind: Sending["kind"]): Sending => ({
  path,
  kind,
  means: "reference",
  named: "bucket",
  of: ["opentelekomcloud_obs_bucket", "opentelekomcloud_s3_bucket", "data.opentelekomcloud_obs_bucket"],
});

/** An address that data is handed on to: a private one, or that of something in this infrastructure. */
export const toAddress = (path: string, kind: Sending["kind"] = "peer"): Sending => ({ path, kind, means: "address", of: ADDRESSED });

/** What has an address of its own, and gives it as an attribute. */
const ADDRESSED: readonly string[] = [
  "opentelekomcloud_compute_bms_server_v2",
  "opentelekomcloud_compute_floatingip_v2",
  "opentelekomcloud_compute_instance_v2",
  "opentelekomcloud_dcs_instance_v1",
  "opentelekomcloud_dcs_instance_v2",
  "opentelekomcloud_dds_instance_v3",
  "opentelekomcloud_dms_dedicated_instance_v2",
  "opentelekomcloud_dms_instance_v2",
  "opentelekomcloud_ecs_instance_v1",
  "opentelekomcloud_gaussdb_mysql_instance_v3",
  "opentelekomcloud_lb_loadbalancer_v2",
  "opentelekomcloud_lb_loadbalancer_v3",
  "opentelekomcloud_networking_floatingip_v2",
  "opentelekomcloud_networking_port_v2",
  "opentelekomcloud_networking_vip_v2",
  "opentelekomcloud_rds_instance_v3",
  "opentelekomcloud_vpc_eip_v1",
  "opentelekomcloud_cce_node_v3",
  "data.opentelekomcloud_cce_node_v3",
  "data.opentelekomcloud_compute_instance_v2",
  "data.opentelekomcloud_networking_port_v2",
  "data.opentelekomcloud_vpc_eip_v1",
];

export const range = "An address range that the rule or route speaks of.";
export const host = "Which machine underneath, within the zone.";
export const asked = "What the request asks for, which the rule is about.";
