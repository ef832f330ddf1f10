import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { host, region, toAddress, zonesOf } from "./shared.ts";

/** Volumes, shared files and objects. */
export const resources = {
  openstack_blockstorage_qos_association_v3: region,
  openstack_blockstorage_qos_v3: region,
  openstack_blockstorage_quotaset_v3: region,
  openstack_blockstorage_volume_attach_v3: {
    ...region,
    notPlaces: { host_name: "The machine that the volume is given to, by its own name." },
  },
  openstack_blockstorage_volume_type_access_v3: region,
  openstack_blockstorage_volume_type_v3: region,
  openstack_blockstorage_volume_v3: {
    ...region,
    zones: ["availability_zone"],
    notPlaces: { "scheduler_hints[].different_host": host, "scheduler_hints[].same_host": host },
  },
  openstack_objectstorage_account_v1: region,
  openstack_objectstorage_container_v1: {
    ...region,
    // `//realm/cluster/account/container`, or a URL: everything in it is copied there (docs/resources/objectstorage_container_v1.md).
    sends: [{ path: "container_sync_to", kind: "replica", means: "endpoint" }],
    notPlaces: { "versioning_legacy[].location": "A container of the same account and region that keeps what was replaced." },
  },
  openstack_objectstorage_object_v1: region,
  openstack_objectstorage_tempurl_v1: region,
  openstack_sharedfilesystem_securityservice_v2: {
    ...region,
    // The directory that is asked who somebody is.
    sends: [toAddress("server"), toAddress("dns_ip")],
    notPlaces: { domain: "The domain of the directory." },
  },
  openstack_sharedfilesystem_share_access_v2: region,
  openstack_sharedfilesystem_share_v2: { ...region, zones: ["availability_zone"] },
  openstack_sharedfilesystem_sharenetwork_v2: region,
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_blockstorage_availability_zones_v3: zonesOf,
  openstack_blockstorage_quotaset_v3: region,
  openstack_blockstorage_snapshot_v3: region,
  openstack_blockstorage_volume_v3: { ...region, notPlaces: { host } },
  openstack_sharedfilesystem_availability_zones_v2: zonesOf,
  openstack_sharedfilesystem_share_v2: { ...region, notPlaces: { export_location_path: "The path at which the share is mounted." } },
  openstack_sharedfilesystem_sharenetwork_v2: region,
  openstack_sharedfilesystem_snapshot_v2: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
