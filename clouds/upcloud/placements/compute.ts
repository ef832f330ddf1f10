import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { UpcloudDataSourceType, UpcloudResourceType } from "../types.ts";

const zone = at("zone");
const onStorage: Placement = { ...beside("source_storage", "upcloud_storage", "data.upcloud_storage"), told: ["zone"] };

/** Servers, disks, shared files and clusters. */
export const resources = {
  upcloud_file_storage: zone,
  upcloud_file_storage_share: beside("file_storage", "upcloud_file_storage"),
  upcloud_file_storage_share_acl: {
    ...beside("file_storage", "upcloud_file_storage"),
    notPlaces: { target: "The addresses that may mount the share." },
  },
  upcloud_kubernetes_cluster: zone,
  upcloud_kubernetes_node_group: beside("cluster", "upcloud_kubernetes_cluster", "data.upcloud_kubernetes_cluster"),
  upcloud_server: {
    ...zone,
    notPlaces: { host: "A dedicated host within the zone, by its number.", hostname: "What the server calls itself." },
  },
  upcloud_server_group: nowhere("Keeps servers on different hosts: it holds no data, and each server says its own zone."),
  upcloud_storage: { ...zone, notPlaces: { "import[].source_location": "Where the content of the disk is fetched from, once." } },
  upcloud_storage_backup: onStorage,
  upcloud_storage_template: onStorage,
  upcloud_tag: nowhere("A word on servers, which say their own zone."),
} satisfies Partial<Record<UpcloudResourceType, Placement>>;

export const dataSources = {
  upcloud_hosts: { ...reads("Lists dedicated hosts.", "hosts[].zone"), notPlaces: { "hosts[]": "The hosts that are looked for." } },
  upcloud_kubernetes_cluster: reads("Reads how to reach one cluster, without its zone."),
  upcloud_storage: reads("Reads one disk or template.", "zone"),
  upcloud_tags: nowhere("Lists words on servers."),
  upcloud_zone: nowhere("Describes one zone."),
  upcloud_zones: nowhere("Lists the zones."),
} satisfies Partial<Record<UpcloudDataSourceType, Placement>>;
