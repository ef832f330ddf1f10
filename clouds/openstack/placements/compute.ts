import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { host, region, zonesOf } from "./shared.ts";

/** Machines, keys and images. */
export const resources = {
  openstack_compute_aggregate_v2: { ...region, zones: ["zone"], notPlaces: { hosts: host } },
  openstack_compute_flavor_access_v2: region,
  openstack_compute_flavor_v2: region,
  openstack_compute_instance_v2: {
    ...region,
    zones: ["availability_zone", "availability_zone_hints"],
    notPlaces: {
      "block_device[].destination_type": "Whether the disk is local to the machine or a volume.",
      hypervisor_hostname: host,
      "scheduler_hints[].build_near_host_ip": host,
      "scheduler_hints[].different_host": host,
      "scheduler_hints[].same_host": host,
      "scheduler_hints[].target_cell": host,
    },
  },
  openstack_compute_interface_attach_v2: region,
  openstack_compute_keypair_v2: region,
  openstack_compute_quotaset_v2: region,
  openstack_compute_servergroup_v2: {
    ...region,
    notPlaces: { "rules[].max_server_per_host": "How many may share one machine underneath." },
  },
  openstack_compute_volume_attach_v2: region,
  openstack_images_image_access_accept_v2: region,
  openstack_images_image_access_v2: region,
  openstack_images_image_v2: { ...region, notPlaces: { image_source_url: "Where the content is fetched from, once." } },
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_compute_aggregate_v2: { ...region, notPlaces: { hosts: host } },
  openstack_compute_availability_zones_v2: zonesOf,
  openstack_compute_flavor_v2: region,
  openstack_compute_hypervisor_v2: { ...region, notPlaces: { hostname: host } },
  openstack_compute_instance_v2: region,
  openstack_compute_keypair_v2: region,
  openstack_compute_limits_v2: region,
  openstack_compute_quotaset_v2: region,
  openstack_compute_servergroup_v2: region,
  openstack_images_image_ids_v2: region,
  openstack_images_image_v2: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
