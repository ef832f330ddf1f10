import { at, beside, chosen, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { UpcloudDataSourceType, UpcloudResourceType } from "../types.ts";

const zone = at("zone");
const key = "A private key of the account that load balancers of every zone may use; UpCloud says nowhere in which zone it is kept.";
const range = "An address range that a rule speaks of.";
const port = "A port that a rule speaks of.";
const onBalancer: Placement = beside("loadbalancer", "upcloud_loadbalancer");
const onFrontend: Placement = beside("frontend", "upcloud_loadbalancer_frontend");
const onBackend: Placement = beside("backend", "upcloud_loadbalancer_backend");
const member: Placement = { ...onBackend, sends: [{ path: "ip", kind: "peer", means: "address" }] };
const visitor = "What a request must have, or where the visitor's browser is sent: it names no place.";

/** Networks, addresses, gateways, firewalls and load balancers. */
export const resources = {
  upcloud_firewall_rules: {
    ...beside("server_id", "upcloud_server"),
    notPlaces: {
      "firewall_rule[].destination_address_end": range,
      "firewall_rule[].destination_address_start": range,
      "firewall_rule[].destination_port_end": port,
      "firewall_rule[].destination_port_start": port,
    },
  },
  // docs/resources/floating_ip_address.md: without a zone it is given to the interface of a server, by its MAC address.
  upcloud_floating_ip_address: {
    by: "attribute",
    paths: ["zone"],
    parent: { path: "mac_address", of: ["upcloud_server"] },
    absent: { means: "unknown", because: "UpCloud takes the zone of the server that it is given to, and nothing here says which." },
  },
  upcloud_gateway: zone,
  upcloud_gateway_connection: beside("gateway", "upcloud_gateway"),
  upcloud_gateway_connection_tunnel: {
    ...beside("connection_id", "upcloud_gateway_connection"),
    sends: [{ path: "remote_address", kind: "peer", means: "address" }],
  },
  upcloud_loadbalancer: zone,
  upcloud_loadbalancer_backend: {
    ...onBalancer,
    notPlaces: { "properties[].health_check_url": "The path that a health check asks for on the members." },
  },
  upcloud_loadbalancer_backend_tls_config: onBackend,
  upcloud_loadbalancer_dynamic_backend_member: member,
  upcloud_loadbalancer_dynamic_certificate_bundle: chosen(key),
  upcloud_loadbalancer_frontend: onBalancer,
  upcloud_loadbalancer_frontend_rule: {
    ...onFrontend,
    notPlaces: {
      "actions[].http_redirect[]": visitor,
      "actions[].http_redirect[].location": visitor,
      "actions[].http_rewrite_uri[]": visitor,
      "matchers[].host[]": visitor,
      "matchers[].url[]": visitor,
      "matchers[].url_param[]": visitor,
      "matchers[].url_query[]": visitor,
    },
  },
  upcloud_loadbalancer_frontend_tls_config: onFrontend,
  upcloud_loadbalancer_manual_certificate_bundle: chosen(key),
  upcloud_loadbalancer_resolver: onBalancer,
  upcloud_loadbalancer_static_backend_member: member,
  upcloud_network: {
    ...zone,
    notPlaces: {
      "ip_network[].dhcp_routes_configuration.effective_routes_auto_population.filter_by_destination":
        "Address ranges to which ways are told.",
    },
  },
  upcloud_network_peering: {
    ...beside("network[].uuid", "upcloud_network"),
    sends: [{ path: "peer_network[].uuid", kind: "peer", means: "reference", of: ["upcloud_network"] }],
  },
  upcloud_router: nowhere("Ties networks together, which say their own zones: it holds no data."),
} satisfies Partial<Record<UpcloudResourceType, Placement>>;

export const dataSources = {
  upcloud_ip_addresses: reads("Lists addresses.", "addresses[].zone"),
  upcloud_load_balancer_dns_challenge_domain: nowhere("Names the domain by which certificates are proved."),
  upcloud_networks: { ...reads("Lists networks.", "networks[].zone"), notPlaces: { zone: "Filters the list; nothing is put there." } },
} satisfies Partial<Record<UpcloudDataSourceType, Placement>>;
