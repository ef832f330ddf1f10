import { beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within, zone } from "./shared.ts";

/** Instances, Macs, servers, volumes, file systems and their addresses. */
export const resources = {
  scaleway_apple_silicon_runner: { ...zone, sends: [{ path: "url", kind: "peer", means: "endpoint" }] },
  scaleway_apple_silicon_server: zone,
  scaleway_autoscaling_instance_group: zone,
  scaleway_autoscaling_instance_policy: within(
    ["zone"],
    "instance_group_id",
    "scaleway_autoscaling_instance_group",
    "data.scaleway_autoscaling_instance_group",
  ),
  scaleway_autoscaling_instance_template: zone,
  scaleway_baremetal_server: { ...zone, notPlaces: { hostname: "What the server calls itself." } },
  scaleway_block_snapshot: within(["zone"], "volume_id", "scaleway_block_volume", "data.scaleway_block_volume"),
  scaleway_block_volume: zone,
  scaleway_file_filesystem: region,
  scaleway_flexible_ip: zone,
  scaleway_flexible_ip_mac_address: within(["zone"], "flexible_ip_id", "scaleway_flexible_ip", "data.scaleway_flexible_ip"),
  scaleway_instance_image: zone,
  scaleway_instance_ip: zone,
  scaleway_instance_ip_reverse_dns: within(["zone"], "ip_id", "scaleway_instance_ip", "data.scaleway_instance_ip"),
  scaleway_instance_placement_group: zone,
  scaleway_instance_private_nic: within(["zone"], "server_id", "scaleway_instance_server", "data.scaleway_instance_server"),
  scaleway_instance_security_group: zone,
  scaleway_instance_security_group_rules: beside(
    "security_group_id",
    "scaleway_instance_security_group",
    "data.scaleway_instance_security_group",
  ),
  scaleway_instance_server: { ...zone, zones: ["private_network[].zone"] },
  scaleway_instance_snapshot: zone,
  scaleway_instance_user_data: within(["zone"], "server_id", "scaleway_instance_server", "data.scaleway_instance_server"),
  scaleway_instance_volume: zone,
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_apple_silicon_os: zone,
  scaleway_autoscaling_instance_group: zone,
  scaleway_autoscaling_instance_policy: zone,
  scaleway_baremetal_offer: zone,
  scaleway_baremetal_option: zone,
  scaleway_baremetal_os: zone,
  scaleway_baremetal_partition_schema: nowhere("Describes how the disks of a server are cut up by default."),
  scaleway_baremetal_server: zone,
  scaleway_block_snapshot: zone,
  scaleway_block_volume: zone,
  scaleway_flexible_ip: reads("Reads one flexible address.", "zone"),
  scaleway_flexible_ips: zone,
  scaleway_instance_image: zone,
  scaleway_instance_ip: zone,
  scaleway_instance_placement_group: zone,
  scaleway_instance_private_nic: zone,
  scaleway_instance_security_group: zone,
  scaleway_instance_server: zone,
  scaleway_instance_server_type: zone,
  scaleway_instance_servers: zone,
  scaleway_instance_snapshot: zone,
  scaleway_instance_volume: zone,
  scaleway_marketplace_image: zone,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
