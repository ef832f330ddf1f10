import { at, beside, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const reported =
  "Reported by the API of the address, never sent to it: the address is where the instance is (ovh/resource_cloud_project_failover_ip_attach.go).";

/** Networks, gateways, addresses, security groups and load balancers of Public Cloud. */
export const resources = {
  ovh_cloud_floating_ip: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_gateway: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_network_private_vrack: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_network_private_vrack_subnet: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_project_failover_ip_attach: {
    ...beside(
      "routed_to",
      "ovh_cloud_project_instance",
      "ovh_cloud_instance",
      "data.ovh_cloud_project_instance",
      "data.ovh_cloud_instance",
    ),
    absent: { means: "unknown", because: "Without an instance the address stays wherever it was routed before." },
    notPlaces: { continent_code: reported, geo_loc: reported },
  },
  ovh_cloud_project_gateway: at("region"),
  ovh_cloud_project_gateway_interface: at("region"),
  ovh_cloud_project_loadbalancer: {
    ...at("region_name"),
    told: ["region"],
    sends: [{ path: "listeners[].pool.members[].address", kind: "peer", means: "address" }],
    notPlaces: {
      "listeners[].pool.health_monitor.http_configuration.url_path": "The path that a health check asks for on the members.",
      "listeners[].pool.health_monitor.http_configuration.domain_name":
        "The Host header of a health check; the check goes to the members' addresses.",
    },
  },
  // docs/resources/cloud_project_network_private.md: "Defaults to all public cloud regions."
  ovh_cloud_project_network_private: {
    by: "attribute",
    paths: ["regions"],
    absent: {
      means: "everywhere",
      because: "A private network without `regions` is created in every Public Cloud region, those outside the EU included.",
    },
    told: ["regions_attributes[].region", "regions_status[].region"],
  },
  ovh_cloud_project_network_private_subnet: { ...at("region"), told: ["ip_pools[].region"] },
  ovh_cloud_project_network_private_subnet_v2: {
    ...at("region"),
    notPlaces: { "host_route[].destination": "An address range to which the subnet's machines know a way." },
  },
  ovh_cloud_project_region_loadbalancer_log_subscription: {
    ...at("region_name"),
    sends: [
      {
        path: "stream_id",
        kind: "log",
        means: "reference",
        of: ["ovh_dbaas_logs_output_graylog_stream", "data.ovh_dbaas_logs_output_graylog_stream"],
      },
    ],
  },
  ovh_cloud_project_region_network: {
    ...at("region_name"),
    told: ["region"],
    notPlaces: { "subnet.host_routes[].destination": "An address range to which the subnet's machines know a way." },
  },
  ovh_cloud_security_group: { ...at("region"), told: ["current_state.location.region"] },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_additional_ip: reads("Reads one address.", "current_state.location.region"),
  ovh_cloud_additional_ips: reads("Lists addresses.", "additional_ips[].current_state.location.region"),
  ovh_cloud_ext_net_ip: reads("Reads one address.", "current_state.location.region"),
  ovh_cloud_ext_net_ips: reads("Lists addresses.", "ext_net_ips[].current_state.location.region"),
  ovh_cloud_floating_ip: reads("Reads one address.", "location.region"),
  ovh_cloud_floating_ips: reads("Lists addresses.", "floating_ips[].location.region"),
  ovh_cloud_gateway: reads("Reads one gateway.", "location.region"),
  ovh_cloud_gateways: reads("Lists gateways.", "gateways[].location.region"),
  ovh_cloud_network_private_vrack: reads("Reads one private network.", "location.region"),
  ovh_cloud_network_private_vrack_subnet: reads("Reads one subnet.", "location.region"),
  ovh_cloud_network_private_vrack_subnets: reads("Lists the subnets of a private network.", "subnets[].location.region"),
  ovh_cloud_network_private_vracks: reads("Lists private networks.", "networks[].location.region"),
  ovh_cloud_project_failover_ip_attach: {
    ...reads("Reads to which instance an address goes, without the instance's region."),
    notPlaces: { continent_code: reported, geo_loc: reported, routed_to: "The instance that the address goes to, as the API reports it." },
  },
  ovh_cloud_project_floatingips: at("region_name"),
  ovh_cloud_project_gateway: at("region"),
  ovh_cloud_project_gateway_interface: at("region"),
  ovh_cloud_project_loadbalancer: at("region_name"),
  ovh_cloud_project_loadbalancer_flavors: at("region_name"),
  ovh_cloud_project_loadbalancers: at("region_name"),
  ovh_cloud_project_network_private: reads("Reads one private network, with every region that it reaches.", "regions[].region"),
  ovh_cloud_project_network_private_subnets: reads("Lists the subnets of a private network.", "subnets[].ip_pools[].region"),
  ovh_cloud_project_network_privates: reads("Lists private networks, with every region that they reach.", "networks[].regions[].region"),
  ovh_cloud_project_region_loadbalancer_log_subscription: at("region_name"),
  ovh_cloud_project_region_loadbalancer_log_subscriptions: at("region_name"),
  ovh_cloud_public_ips: reads("Lists addresses, without their regions."),
  ovh_cloud_security_group: reads("Reads one security group.", "location.region"),
  ovh_cloud_security_groups: reads("Lists security groups.", "security_groups[].location.region"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
