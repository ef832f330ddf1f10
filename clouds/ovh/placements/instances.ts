import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const catalogue = "Describes what is for sale; the image or flavour that it names is used where the instance says.";
const filter = "Filters a catalogue; nothing is put there.";

/** Virtual machines of Public Cloud. */
export const resources = {
  ovh_cloud_instance: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_instance_group: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_project_instance: { ...at("region"), zones: ["availability_zone"] },
  // The snapshot stays in the instance's region; the provider reports it (docs/resources/cloud_project_instance_snapshot.md).
  ovh_cloud_project_instance_snapshot: {
    ...beside(
      "instance_id",
      "ovh_cloud_project_instance",
      "ovh_cloud_instance",
      "data.ovh_cloud_project_instance",
      "data.ovh_cloud_instance",
    ),
    told: ["region"],
  },
  // Backups of an instance, kept in the region that is named (docs/resources/cloud_project_workflow_backup.md).
  ovh_cloud_project_workflow_backup: at("region_name"),
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_instance: reads("Reads one instance.", "region", "current_state.location.region"),
  ovh_cloud_instance_flavor: nowhere(catalogue),
  ovh_cloud_instance_flavors: { ...nowhere(catalogue), notPlaces: { region: filter } },
  ovh_cloud_instance_group: reads("Reads one group of instances.", "region", "current_state.location.region"),
  ovh_cloud_instance_groups: reads("Lists groups of instances.", "instance_groups[].region"),
  ovh_cloud_instance_image: nowhere(catalogue),
  ovh_cloud_instance_images: { ...nowhere(catalogue), notPlaces: { region: filter } },
  ovh_cloud_instances: reads("Lists instances.", "instances[].region"),
  ovh_cloud_project_flavor: nowhere(catalogue),
  ovh_cloud_project_flavors: { ...nowhere(catalogue), notPlaces: { region: filter } },
  ovh_cloud_project_image: nowhere(catalogue),
  ovh_cloud_project_images: { ...nowhere(catalogue), notPlaces: { region: filter } },
  ovh_cloud_project_instance: at("region"),
  ovh_cloud_project_instances: at("region"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
