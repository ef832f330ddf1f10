import { beside, chosen, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { HcloudDataSourceType, HcloudResourceType } from "../types.ts";

/** docs/resources/server.md: location and datacenter are both optional, and nothing says what is taken without them. */
const silent = { means: "unknown", because: "Hetzner takes a location of its own choice when none is written." } as const;
const onServer: Placement = beside("server_id", "hcloud_server", "data.hcloud_server");

/** Servers, volumes, storage boxes and what is made of them. */
export const resources = {
  hcloud_placement_group: nowhere("Keeps servers on different hosts: it holds no data, and each server says its own location."),
  hcloud_server: { by: "attribute", paths: ["location", "datacenter"], absent: silent },
  hcloud_snapshot: chosen("A snapshot can be used in every location, and Hetzner says nowhere in which of them it is kept."),
  hcloud_ssh_key: nowhere("A public key of the project: meant to be known, and it carries no data."),
  hcloud_storage_box: { by: "attribute", paths: ["location"] },
  hcloud_storage_box_snapshot: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  hcloud_storage_box_subaccount: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  // docs/resources/volume.md: `location` is not allowed beside `server_id`.
  hcloud_volume: {
    by: "attribute",
    paths: ["location"],
    parent: { path: "server_id", of: ["hcloud_server", "data.hcloud_server"] },
    absent: silent,
  },
  hcloud_volume_attachment: onServer,
} satisfies Partial<Record<HcloudResourceType, Placement>>;

export const dataSources = {
  hcloud_datacenter: nowhere("Says in which location a data centre is."),
  hcloud_datacenters: nowhere("Lists the data centres."),
  hcloud_image: nowhere("Describes an image, which can be used in every location."),
  hcloud_images: nowhere("Lists images, which can be used in every location."),
  hcloud_location: {
    ...reads("Says where a location is.", "name", "country"),
    groupOf: { answer: "network_zone", asked: "name", unless: ["id"] },
  },
  hcloud_locations: reads("Lists the locations.", "locations[].name"),
  hcloud_placement_group: nowhere("Reads a placement group, which has no place."),
  hcloud_placement_groups: nowhere("Lists placement groups, which have no place."),
  hcloud_server: reads("Reads one server.", "location"),
  hcloud_server_type: nowhere("Describes a type of server that is for sale."),
  hcloud_server_types: nowhere("Lists the types of servers that are for sale."),
  hcloud_servers: reads("Lists servers.", "servers[].location"),
  hcloud_ssh_key: nowhere("A public key of the project."),
  hcloud_ssh_keys: nowhere("Public keys of the project."),
  hcloud_storage_box: reads("Reads one storage box.", "location"),
  hcloud_storage_box_snapshot: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  hcloud_storage_box_snapshots: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  hcloud_storage_box_subaccount: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  hcloud_storage_box_subaccounts: beside("storage_box_id", "hcloud_storage_box", "data.hcloud_storage_box"),
  hcloud_storage_box_type: nowhere("Describes a type of storage box that is for sale."),
  hcloud_storage_box_types: nowhere("Lists the types of storage boxes that are for sale."),
  hcloud_storage_boxes: reads("Lists storage boxes.", "storage_boxes[].location"),
  hcloud_volume: reads("Reads one volume.", "location"),
  hcloud_volumes: reads("Lists volumes.", "volumes[].location"),
} satisfies Partial<Record<HcloudDataSourceType, Placement>>;
