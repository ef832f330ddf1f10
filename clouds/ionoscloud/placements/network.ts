import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { handsOn, inDataCentre, logs, onNetwork, sought, soughtInside, withinRegional } from "./shared.ts";

const speaksOf = { target_ip: "An address that a rule speaks of." } as const;
const behind = { target_lan: "The private network of the data centre behind the balancer." } as const;
const balancer: Placement = { ...inDataCentre, sends: [logs("flowlog[].bucket")], notPlaces: behind };
// docs/resources/private_crossconnect.md: the data centres that it connects must be of one contract and in one location.
const joins = "Joins networks of one location, which say themselves where they are: it holds no data.";
const listed = { "connectable_datacenters[]": "What could be joined, as the operator lists it." } as const;

/** Networks within a data centre, balancers, gateways, and ways out to elsewhere. */
export const resources = {
  ionoscloud_application_loadbalancer: balancer,
  ionoscloud_application_loadbalancer_forwardingrule: {
    ...inDataCentre,
    notPlaces: {
      "http_rules[].location": "The address to which a visitor's browser is redirected.",
      "http_rules[].target_group": "The list of machines that answer, which names their addresses itself.",
    },
  },
  ionoscloud_datacenter_nsg_selection: inDataCentre,
  ionoscloud_firewall: { ...inDataCentre, notPlaces: speaksOf },
  ionoscloud_ipfailover: inDataCentre,
  ionoscloud_lan: inDataCentre,
  ionoscloud_loadbalancer: inDataCentre,
  ionoscloud_natgateway: inDataCentre,
  ionoscloud_natgateway_rule: {
    ...inDataCentre,
    notPlaces: { "target_port_range[]": "Ports that a rule speaks of.", target_subnet: "A range that a rule speaks of." },
  },
  ionoscloud_networkloadbalancer: balancer,
  ionoscloud_networkloadbalancer_forwardingrule: {
    ...inDataCentre,
    sends: [handsOn("targets[].ip")],
    notPlaces: { "health_check[].target_timeout": "How long a machine may take to answer." },
  },
  ionoscloud_nic: { ...inDataCentre, sends: [logs("flowlog[].bucket")] },
  ionoscloud_nsg: inDataCentre,
  ionoscloud_nsg_firewallrule: { ...inDataCentre, notPlaces: speaksOf },
  ionoscloud_private_crossconnect: { ...sought(joins), notPlaces: listed },
  ionoscloud_target_group: {
    ...nowhere("Addresses of machines that a balancer hands on to: it holds no data."),
    sends: [handsOn("targets[].ip")],
  },
  ionoscloud_vpn_ipsec_gateway: { ...onNetwork },
  ionoscloud_vpn_ipsec_tunnel: {
    ...withinRegional("gateway_id", "ionoscloud_vpn_ipsec_gateway", "data.ionoscloud_vpn_ipsec_gateway"),
    sends: [handsOn("remote_host")],
  },
  ionoscloud_vpn_wireguard_gateway: { ...onNetwork },
  ionoscloud_vpn_wireguard_peer: {
    ...withinRegional("gateway_id", "ionoscloud_vpn_wireguard_gateway", "data.ionoscloud_vpn_wireguard_gateway"),
    sends: [handsOn("endpoint[].host")],
  },
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_application_loadbalancer: soughtInside("Reads a balancer."),
  ionoscloud_application_loadbalancer_forwardingrule: soughtInside("Reads a rule of a balancer."),
  ionoscloud_firewall: soughtInside("Reads a rule of a firewall."),
  ionoscloud_ipfailover: soughtInside("Reads which machine takes over an address."),
  ionoscloud_lan: soughtInside("Reads a network."),
  ionoscloud_natgateway: soughtInside("Reads a gateway."),
  ionoscloud_natgateway_rule: soughtInside("Reads a rule of a gateway."),
  ionoscloud_networkloadbalancer: soughtInside("Reads a balancer."),
  ionoscloud_networkloadbalancer_forwardingrule: soughtInside("Reads a rule of a balancer."),
  ionoscloud_nic: soughtInside("Reads a network card."),
  ionoscloud_nsg: soughtInside("Reads a group of firewall rules."),
  ionoscloud_private_crossconnect: sought("Reads which networks of one location are joined."),
  ionoscloud_target_group: nowhere("Reads the list of machines that a balancer hands on to."),
  ionoscloud_vpn_ipsec_gateway: sought("Finds a gateway at the address that is called."),
  ionoscloud_vpn_ipsec_tunnel: sought("Finds a tunnel at the address that is called."),
  ionoscloud_vpn_wireguard_gateway: sought("Finds a gateway at the address that is called."),
  ionoscloud_vpn_wireguard_peer: sought("Finds a peer at the address that is called."),
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
