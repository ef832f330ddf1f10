import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { observedBy, region } from "./shared.ts";

/** Machines, disks, images and clusters. */
export const resources = {
  stackit_affinity_group: region,
  stackit_image: region,
  stackit_server: { ...region, zones: ["availability_zone"] },
  // Backups are kept in the region of the server whose disks they are of: the call has that region in its path, and takes no other.
  stackit_server_backup_schedule: region,
  stackit_server_network_interface_attach: region,
  stackit_server_service_account_attach: region,
  stackit_server_update_schedule: region,
  stackit_server_volume_attach: region,
  stackit_ske_cluster: {
    ...region,
    zones: ["node_pools[].availability_zones"],
    sends: [observedBy("extensions.argus.argus_instance_id"), observedBy("extensions.observability.instance_id")],
    notPlaces: { "extensions.dns.zones": "Zones of names in public DNS." },
  },
  stackit_ske_kubeconfig: region,
  stackit_volume: { ...region, zones: ["availability_zone"] },
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_affinity_group: region,
  stackit_image: region,
  stackit_image_v2: region,
  stackit_machine_type: region,
  stackit_server: region,
  stackit_server_backup_schedule: region,
  stackit_server_backup_schedules: region,
  stackit_server_update_schedule: region,
  stackit_server_update_schedules: region,
  stackit_ske_cluster: region,
  stackit_volume: region,
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
