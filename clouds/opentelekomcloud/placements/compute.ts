import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, host, region } from "./shared.ts";

const fetched = "Where the content is fetched from, once.";
const device = "Whether the disk is local to the machine or a volume.";

/** Machines, groups of them, hosts, keys and images. */
export const resources = {
  opentelekomcloud_as_configuration_v1: region,
  opentelekomcloud_as_group_v1: { ...region, zones: ["available_zones"] },
  opentelekomcloud_as_lifecycle_hook_v1: here,
  opentelekomcloud_as_policy_v1: region,
  opentelekomcloud_as_policy_v2: region,
  opentelekomcloud_compute_bms_server_v2: {
    ...region,
    zones: ["availability_zone"],
    notPlaces: { "block_device[].destination_type": device },
  },
  opentelekomcloud_compute_bms_tags_v2: region,
  opentelekomcloud_compute_floatingip_associate_v2: region,
  opentelekomcloud_compute_floatingip_v2: region,
  opentelekomcloud_compute_instance_v2: {
    ...region,
    zones: ["availability_zone"],
    notPlaces: {
      "block_device[].destination_type": device,
      "scheduler_hints[].build_near_host_ip": host,
      "scheduler_hints[].different_host": host,
      "scheduler_hints[].same_host": host,
      "scheduler_hints[].target_cell": host,
    },
  },
  opentelekomcloud_compute_keypair_v2: region,
  opentelekomcloud_compute_secgroup_v2: region,
  opentelekomcloud_compute_servergroup_v2: region,
  opentelekomcloud_compute_volume_attach_v2: region,
  opentelekomcloud_deh_host_v1: {
    ...region,
    zones: ["availability_zone"],
    notPlaces: { host_type: "What kind of machine.", host_type_name: "What kind of machine." },
  },
  opentelekomcloud_ecs_instance_v1: {
    ...here,
    zones: ["availability_zone"],
    notPlaces: { "os_scheduler_hints[].dedicated_host_id": host },
  },
  opentelekomcloud_images_image_access_accept_v2: here,
  opentelekomcloud_images_image_access_v2: here,
  opentelekomcloud_images_image_v2: { ...region, notPlaces: { image_source_url: fetched } },
  opentelekomcloud_ims_data_image_v2: { ...here, notPlaces: { image_url: fetched } },
  opentelekomcloud_ims_image_v2: { ...here, notPlaces: { image_url: fetched } },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_compute_availability_zones_v2: {
    ...nowhere("Lists the zones of a region."),
    notPlaces: { region: "The region whose zones are listed; nothing is put there." },
  },
  opentelekomcloud_compute_bms_flavors_v2: region,
  opentelekomcloud_compute_bms_keypairs_v2: region,
  opentelekomcloud_compute_bms_nic_v2: region,
  opentelekomcloud_compute_bms_server_v2: { ...region, notPlaces: { host_status: "Whether the machine underneath runs." } },
  opentelekomcloud_compute_flavor_v2: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_compute_instance_v2: region,
  opentelekomcloud_compute_instances_v2: { ...here, zones: ["availability_zone"] },
  opentelekomcloud_compute_keypair_v2: region,
  opentelekomcloud_deh_host_v1: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_deh_server_v1: { ...region, notPlaces: { dedicated_host_id: host } },
  opentelekomcloud_images_image_v2: here,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
