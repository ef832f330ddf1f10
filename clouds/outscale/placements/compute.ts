import { home, homeZone, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";

const here = home();
const copied: Placement = {
  ...here,
  // docs/resources/snapshot.md has it be the region of the account itself; what names another one is a copy from there, or an error.
  sends: [{ path: "source_region_name", kind: "copy", means: "region" }],
  notPlaces: { file_location: "Where the content is fetched from, once." },
};
/** A bucket by its name, for which a key of another account may be given: nothing says where it is. */
const exported: Placement["sends"] = [{ path: "osu_export[].osu_bucket", kind: "copy", means: "reference" }];

/** Machines, disks, images and graphics processors. */
export const resources = {
  outscale_flexible_gpu: homeZone("subregion_name"),
  outscale_flexible_gpu_link: here,
  outscale_image: copied,
  outscale_image_export_task: {
    ...here,
    sends: exported,
    notPlaces: { "osu_export[].osu_manifest_url": "Where the export says what it wrote, in the same bucket." },
  },
  outscale_image_launch_permission: here,
  outscale_snapshot: copied,
  outscale_snapshot_attributes: here,
  outscale_snapshot_export_task: { ...here, sends: exported },
  outscale_vm: {
    ...homeZone("placement_subregion_name"),
    notPlaces: { "shutdown_behavior_configuration[].host_action": "What happens to the machine when its host is shut down." },
  },
  outscale_volume: homeZone("subregion_name"),
  outscale_volume_link: here,
} satisfies Partial<Record<OutscaleResourceType, Placement>>;

export const dataSources = {
  outscale_flexible_gpu: here,
  outscale_flexible_gpu_catalog: nowhere("Lists the graphics processors that are for sale."),
  outscale_flexible_gpus: here,
  outscale_image: here,
  outscale_image_export_task: here,
  outscale_image_export_tasks: here,
  outscale_images: here,
  outscale_snapshot: here,
  outscale_snapshot_export_task: here,
  outscale_snapshot_export_tasks: here,
  outscale_snapshots: here,
  outscale_vm: here,
  outscale_vm_state: here,
  outscale_vm_states: here,
  outscale_vm_types: nowhere("Lists the types of machines that are for sale."),
  outscale_vms: here,
  outscale_volume: here,
  outscale_volumes: here,
} satisfies Partial<Record<OutscaleDataSourceType, Placement>>;
