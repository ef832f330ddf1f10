import { at } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { backsUp, inDataCentre, logs, sought, soughtInside } from "./shared.ts";

const firewall = { "nic[].firewall[].target_ip": "An address that a rule speaks of." } as const;
const server: Placement = {
  ...inDataCentre,
  zones: ["location", "availability_zone", "volume[].availability_zone"],
  sends: [backsUp("volume[].backup_unit_id")],
  notPlaces: { ...firewall, hostname: "What the machine calls itself." },
};

/** Data centres, machines, disks, their copies and addresses. A data centre's location is the root of all that stands in it. */
export const resources = {
  ionoscloud_autoscaling_group: {
    ...inDataCentre,
    zones: ["replica_configuration[].availability_zone"],
    sends: [backsUp("replica_configuration[].volume[].backup_unit_id"), logs("replica_configuration[].nic[].flow_log[].bucket")],
    notPlaces: {
      "replica_configuration[].nic[].firewall_rule[].target_ip": "An address that a rule speaks of.",
      "replica_configuration[].nic[].target_group[]": "The balancer's list that the machines join, within their data centre.",
    },
  },
  ionoscloud_cube_server: server,
  ionoscloud_datacenter: at("location"),
  ionoscloud_gpu_server: server,
  ionoscloud_ipblock: at("location"),
  ionoscloud_server: server,
  ionoscloud_server_boot_device_selection: inDataCentre,
  // docs/resources/snapshot.md: the answer says the location of the copy, which is the volume's.
  ionoscloud_snapshot: inDataCentre,
  ionoscloud_vcpu_server: server,
  ionoscloud_volume: {
    ...inDataCentre,
    zones: ["location", "availability_zone"],
    sends: [backsUp("backup_unit_id")],
  },
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_autoscaling_group: { by: "lookup", because: "Reads a group of machines.", told: ["location"] },
  ionoscloud_autoscaling_group_servers: { by: "lookup", because: "Lists the machines of a group." },
  ionoscloud_cube_server: soughtInside("Reads a machine."),
  // ionoscloud/data_source_datacenter.go: a location that is not the data centre's ends the run, so that what is written here is true.
  ionoscloud_datacenter: sought("Finds a data centre by its name or id, wherever that is."),
  ionoscloud_gpu: soughtInside("Reads a graphics card of a machine."),
  ionoscloud_gpu_server: soughtInside("Reads a machine."),
  ionoscloud_gpus: soughtInside("Lists graphics cards of a machine."),
  ionoscloud_image: sought("Finds an image of the operator's or of the contract, wherever that is."),
  ionoscloud_ipblock: sought("Finds a block of addresses, wherever that is."),
  ionoscloud_server: soughtInside("Reads a machine."),
  ionoscloud_servers: soughtInside("Lists machines."),
  ionoscloud_snapshot: sought("Finds a copy of a disk, wherever that is."),
  ionoscloud_vcpu_server: soughtInside("Reads a machine."),
  ionoscloud_volume: soughtInside("Reads a disk."),
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
