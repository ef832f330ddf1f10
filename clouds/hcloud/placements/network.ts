import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { HcloudDataSourceType, HcloudResourceType } from "../types.ts";

const silent = { means: "unknown", because: "Hetzner takes a location of its own choice when none is written." } as const;
const onBalancer: Placement = beside("load_balancer_id", "hcloud_load_balancer", "data.hcloud_load_balancer");
const servers = ["hcloud_server", "data.hcloud_server"] as const;

/** Networks, addresses, firewalls and load balancers. */
export const resources = {
  hcloud_firewall: {
    ...nowhere("Rules of the project: they hold no data, and the servers that they guard say their own location."),
    notPlaces: { "rule[].destination_ips": "Address ranges that a rule speaks of." },
  },
  hcloud_firewall_attachment: nowhere("Ties rules to servers, which say their own location."),
  hcloud_floating_ip: { by: "attribute", paths: ["home_location"], parent: { path: "server_id", of: servers }, absent: silent },
  hcloud_floating_ip_assignment: beside("server_id", ...servers),
  // A network zone is a group of locations: `groups` of the facts says which, and the balancer may be in any of them.
  hcloud_load_balancer: {
    by: "attribute",
    paths: ["location", "network_zone"],
    absent: silent,
    notPlaces: { "target[]": "The servers that answer; each says its own location." },
  },
  hcloud_load_balancer_network: onBalancer,
  hcloud_load_balancer_service: {
    ...onBalancer,
    notPlaces: {
      destination_port: "The port on which the targets answer.",
      "health_check[].http[].domain": "The Host header of a health check, which goes to the targets.",
      "http[].redirect_http": "Whether a visitor is sent from HTTP to HTTPS.",
    },
  },
  hcloud_load_balancer_target: {
    ...onBalancer,
    sends: [
      { path: "server_id", kind: "peer", means: "reference", of: servers },
      { path: "ip", kind: "peer", means: "address" },
    ],
  },
  hcloud_network: nowhere("A range of private addresses: it holds no data, and its subnets say where they are."),
  hcloud_network_route: { ...nowhere("A way within a network, which has no place."), notPlaces: { destination: "An address range." } },
  hcloud_network_subnet: at("network_zone"),
  // docs/resources/primary_ip.md: at least one of a place and `assignee_id` is required.
  hcloud_primary_ip: {
    by: "attribute",
    paths: ["location", "datacenter"],
    parent: { path: "assignee_id", of: servers },
    absent: silent,
  },
  hcloud_rdns: nowhere("A public name for an address: meant to be known, and it carries no data."),
  hcloud_server_network: beside("server_id", ...servers),
} satisfies Partial<Record<HcloudResourceType, Placement>>;

export const dataSources = {
  hcloud_firewall: {
    ...nowhere("Reads rules of the project, which have no place."),
    notPlaces: { "rule[].destination_ips": "Address ranges that a rule speaks of." },
  },
  hcloud_firewalls: nowhere("Lists rules of the project, which have no place."),
  hcloud_floating_ip: reads("Reads one floating address.", "home_location"),
  hcloud_floating_ips: reads("Lists floating addresses.", "floating_ips[].home_location"),
  hcloud_load_balancer: reads("Reads one load balancer.", "location"),
  hcloud_load_balancer_type: nowhere("Describes a type of load balancer that is for sale."),
  hcloud_load_balancer_types: nowhere("Lists the types of load balancers that are for sale."),
  hcloud_load_balancers: reads("Lists load balancers.", "load_balancers[].location"),
  hcloud_network: nowhere("Reads a network, which has no place of its own."),
  hcloud_networks: nowhere("Lists networks, which have no place of their own."),
  hcloud_primary_ip: reads("Reads one primary address.", "location"),
  hcloud_primary_ips: reads("Lists primary addresses.", "primary_ips[].location"),
} satisfies Partial<Record<HcloudDataSourceType, Placement>>;
