import { beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const onServer: Placement = { by: "parent", path: "service_name", of: ["ovh_dedicated_server", "data.ovh_dedicated_server"] };
const onNas: Placement = { by: "parent", path: "service_name", of: ["data.ovh_dedicated_nasha"] };

const hostname = "The machine's own name.";
const image = "The address that an installation image is fetched from, once; nothing is sent there.";
const template = "Describes installation templates that are on offer.";

/** Machines and storage that OVHcloud rents as a whole: dedicated servers, NAS-HA, Ceph, VMware, VPS. */
export const resources = {
  ovh_dedicated_ceph_acl: beside("service_name", "data.ovh_dedicated_ceph"),
  ovh_dedicated_nasha_partition: onNas,
  ovh_dedicated_nasha_partition_access: onNas,
  ovh_dedicated_nasha_partition_snapshot: onNas,
  // docs/resources/dedicated_server.md, whose example orders in Canada: dedicated_datacenter = "bhs", region = "canada".
  // A server that is only adopted (`service_name`, no plan) says where it is once it has been read.
  ovh_dedicated_server: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { dedicated_datacenter: "region", region: "area" },
    told: ["datacenter"],
    notPlaces: { "customizations.hostname": hostname, "customizations.image_url": image },
  },
  ovh_dedicated_server_networking: onServer,
  ovh_dedicated_server_reboot_task: onServer,
  ovh_dedicated_server_reinstall_task: {
    ...onServer,
    notPlaces: { "customizations[].hostname": hostname, "customizations[].image_url": image },
  },
  ovh_dedicated_server_update: onServer,
  // docs/resources/vps.md: label "vps_datacenter", value "WAW".
  ovh_vps: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { vps_datacenter: "region" },
    told: ["zone"],
    notPlaces: { "model.datacenter": "Every data centre in which this model is sold, as the API reports it." },
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_dedicated_ceph: reads("Reads one Ceph cluster.", "region"),
  ovh_dedicated_cloud: reads("Reads one VMware platform.", "location"),
  ovh_dedicated_installation_template: nowhere(template),
  ovh_dedicated_installation_templates: nowhere(template),
  ovh_dedicated_nasha: reads("Reads one NAS.", "datacenter"),
  ovh_dedicated_nasha_partition: onNas,
  ovh_dedicated_server: reads("Reads one server.", "datacenter"),
  ovh_dedicated_server_boots: onServer,
  ovh_dedicated_server_orderable_bandwidth: onServer,
  ovh_dedicated_server_orderable_bandwidth_vrack: onServer,
  ovh_dedicated_server_specifications_hardware: onServer,
  ovh_dedicated_server_specifications_network: onServer,
  ovh_dedicated_servers: reads("Lists the names of servers, without their data centres."),
  ovh_vmware_cloud_director_backup: reads(
    "Reads one backup service of VMware Cloud Director; it may keep copies in a second region.",
    "current_state.offers[].protection_primary_region",
    "current_state.offers[].protection_replicated_region",
  ),
  ovh_vmware_cloud_director_organization: reads("Reads one organisation of VMware Cloud Director.", "current_state.region"),
  ovh_vps: reads("Reads one VPS.", "zone"),
  ovh_vpss: reads("Lists the names of VPS, without their data centres."),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
