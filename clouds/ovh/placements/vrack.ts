import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** Details of an order that has no place. */
const placeless = (what: string) => ({
  "plan[].configuration[].value": `Details of the order of ${what}, which is sold without a place.`,
  "plan_option[].configuration[].value": `Details of an option of ${what}, which is sold without a place.`,
});

const connect: Placement = { by: "parent", path: "service_name", of: ["data.ovh_ovhcloud_connect"] };
/** Data centres are numbered; their list says in which region each is. */
const connectDatacenter: Placement = { by: "parent", path: "datacenter_id", of: ["data.ovh_ovhcloud_connect_datacenters"] };

/** The vRack, OVHcloud's private network, what is attached to it, and lines that lead to it from outside. */
export const resources = {
  // A line into a point of presence: `pop` of the service names the building.
  ovh_ovhcloud_connect_pop_config: connect,
  ovh_ovhcloud_connect_pop_datacenter_config: {
    ...connectDatacenter,
    notPlaces: { config_pop_id: "The number of a configuration made before." },
  },
  ovh_ovhcloud_connect_pop_datacenter_extra_config: {
    ...connect,
    notPlaces: {
      config_pop_id: "The number of a configuration made before.",
      config_datacenter_id: "The number of a configuration made before, which names the data centre.",
    },
  },
  ovh_vrack: {
    by: "global",
    because: "An empty private network over all of the operator's sites: what is attached to it has its own place, and is judged there.",
    notPlaces: placeless("a vRack"),
  },
  ovh_vrack_cloudproject: nowhere("Attaches a project, which has no place; each of its networks says its regions."),
  ovh_vrack_dedicated_cloud: beside("dedicated_cloud", "data.ovh_dedicated_cloud"),
  ovh_vrack_dedicated_cloud_datacenter: {
    by: "assigned",
    because: "Names a virtual data centre of a VMware platform that was bought elsewhere; no attribute says where it stands.",
    notPlaces: { datacenter: "The service name of a virtual data centre, not the code of a location." },
  },
  ovh_vrack_dedicated_server: beside("server_id", "ovh_dedicated_server", "data.ovh_dedicated_server"),
  ovh_vrack_dedicated_server_interface: beside("interface_id", "ovh_dedicated_server", "data.ovh_dedicated_server"),
  // docs/resources/vrack_ip.md: `region` is where the block is routed to.
  ovh_vrack_ip: {
    by: "attribute",
    paths: ["region"],
    parent: { path: "block", of: ["ovh_ip_service", "data.ovh_ip_service"] },
    told: ["zone"],
  },
  ovh_vrack_iploadbalancing: beside("ip_loadbalancing", "ovh_iploadbalancing", "data.ovh_iploadbalancing"),
  ovh_vrack_ipv6: { ...beside("block", "ovh_ip_service", "data.ovh_ip_service"), told: ["region"] },
  ovh_vrack_ipv6_routed_subrange: {
    ...beside("block", "ovh_vrack_ipv6", "ovh_ip_service", "data.ovh_ip_service"),
    notPlaces: { routed_subrange: "The part of the block that is routed." },
  },
  ovh_vrack_ovhcloudconnect: beside("ovh_cloud_connect", "data.ovh_ovhcloud_connect"),
  ovh_vrack_public_routing_priority: { ...at("region"), zones: ["availability_zones[].name"] },
  ovh_vrack_vrackservices: beside("vrack_services", "ovh_vrackservices", "data.ovh_vrackservices"),
  // docs/resources/vrackservices.md: label "region_name", value "eu-west-lim". A managed service must be in the same region.
  ovh_vrackservices: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { region_name: "region" },
    told: ["current_state.region"],
    notPlaces: {
      "target_spec.subnets[].service_endpoints":
        "Managed services that get an address in the private network; they must be in the same region.",
    },
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  // `pop` is the name of a building, not a region code, so it is not read as one.
  ovh_ovhcloud_connect: reads("Reads one line, which ends in a point of presence."),
  ovh_ovhcloud_connect_config_pop_datacenter_extras: {
    ...connect,
    notPlaces: {
      config_pop_id: "The number of a configuration made before.",
      config_datacenter_id: "The number of a configuration made before.",
    },
  },
  ovh_ovhcloud_connect_config_pop_datacenters: { ...connect, notPlaces: { config_pop_id: "The number of a configuration made before." } },
  ovh_ovhcloud_connect_config_pops: connect,
  ovh_ovhcloud_connect_datacenters: reads("Lists the data centres that a line can lead to.", "datacenters[].region"),
  ovh_ovhcloud_connects: reads("Lists lines, which end in points of presence."),
  ovh_vrack: nowhere("A private network over all of the operator's sites; what is attached to it has its own place."),
  ovh_vracks: nowhere("Lists the account's private networks."),
  ovh_vrackservices: reads("Reads one vRack Services.", "current_state.region"),
  ovh_vrackservicess: reads("Lists vRack Services.", "vrackservicess[].current_state.region"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
