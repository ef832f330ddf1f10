import { AES_OF_IPSEC } from "../../contract/ciphers.ts";
import type { Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";

const listener = "Let the listener speak HTTPS, with its certificate in default_tls_container_ref.";
const website = "Set client_protocol to HTTPS, with the certificate in certificate_id.";
const line = {
  as: "nothing",
  because: "It is a line between a site and the cloud; whether it is encrypted, no attribute asks and no page that was read says.",
} as const;
const STRONG = "Set encryption_algorithm to aes-256.";
const enter = "Take a load balancer, a NAT gateway or a bastion instead.";

/** Networks, addresses, rules, balancers and gateways. An address that nothing has yet exposes nothing; a NAT gateway lets traffic out only. */
export const readings = {
  opentelekomcloud_dns_recordset_v2: { leads: [{ path: "records", where: { attribute: "type", is: ["CNAME"] } }] },
  opentelekomcloud_apigw_api_v2: {
    facts: { inTransit: { as: "switch", path: "request_protocol", when: ["HTTPS"], absent: false } },
  },
  opentelekomcloud_apigw_gateway_v2: {
    facts: { zones: { as: "distinct", path: "availability_zones" } },
    exposure: [
      {
        path: "ingress_bandwidth_size",
        public: "present",
        absent: "private",
        remedy: "Leave out ingress_bandwidth_size: the gateway then answers in its network only.",
      },
    ],
  },
  // Rights of the console and of the interface of the account: 0.0.0.0/0 is whoever has a password.
  opentelekomcloud_identity_acl_v3: {
    exposure: [
      {
        path: "ip_ranges[].range",
        public: ["0.0.0.0-255.255.255.255"],
        absent: "private",
        remedy: "Name the ranges from which the account is administered.",
      },
    ],
    ingress: [
      { path: "ip_cidrs[].cidr", absent: "closed", administers: true, remedy: "Name the ranges from which the account is administered." },
    ],
  },
  opentelekomcloud_identity_credential_v3: {
    facts: { expires: { as: "nothing", because: "The provider has no attribute by which an access key would end." } },
  },
  // Whoever deletes or changes something that matters is asked a second time (docs/resources/identity_protection_policy_v3.md).
  opentelekomcloud_identity_protection_policy_v3: {
    facts: { mfa: { as: "switch", path: "enable_operation_protection_policy", when: [true], absent: false } },
  },
  opentelekomcloud_identity_role_v3: {
    grants: [{ path: "statement[].action", wide: ["*", "*:*", "*:*:*"], remedy: "Name the actions that are needed, service by service." }],
  },
  opentelekomcloud_identity_user_v3: {
    facts: { mfa: { as: "switch", path: "login_protection[].enabled", when: [true], absent: false } },
  },
  opentelekomcloud_lb_ipgroup_v3: {
    ingress: [{ path: "ip_list[].ip", absent: "closed", remedy: "List the ranges that may reach the listener." }],
  },
  opentelekomcloud_lb_listener_v2: {
    facts: {
      inTransit: { as: "switch", path: "protocol", when: ["HTTPS", "TERMINATED_HTTPS"], absent: false, remedy: listener },
      tlsVersion: { as: "version", path: "tls_ciphers_policy", where: { attribute: "protocol", is: ["TERMINATED_HTTPS", "HTTPS"] } },
    },
  },
  opentelekomcloud_lb_listener_v3: {
    facts: {
      inTransit: { as: "switch", path: "protocol", when: ["HTTPS"], absent: false, remedy: listener },
      tlsVersion: { as: "version", path: "tls_ciphers_policy", where: { attribute: "protocol", is: ["HTTPS"] } },
    },
  },
  opentelekomcloud_lb_loadbalancer_v2: { concept: "loadBalancer" },
  opentelekomcloud_lb_loadbalancer_v3: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "public_ip[]",
        public: "present",
        absent: "private",
        remedy: "Leave out public_ip: the balancer then has a private address only.",
      },
    ],
    facts: {
      deletionProtected: { as: "switch", path: "deletion_protection", when: [true], absent: false },
      zones: { as: "distinct", path: "availability_zones", absent: 1 },
    },
  },
  opentelekomcloud_nat_dnat_rule_v2: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "It leads from a public address to a machine: take a load balancer, whose listeners can be narrowed.",
      },
    ],
  },
  opentelekomcloud_networking_floatingip_associate_v2: {
    exposure: [{ path: "", public: "always", absent: "public", remedy: `It makes its machine public. ${enter}` }],
  },
  opentelekomcloud_networking_floatingip_v2: {
    exposure: [{ path: "port_id", public: "present", absent: "private", remedy: `Leave out port_id. ${enter}` }],
  },
  opentelekomcloud_networking_network_v2: { concept: "network" },
  opentelekomcloud_networking_secgroup_rule_v2: {
    concept: "firewall",
    ingress: [
      {
        path: "remote_ip_prefix",
        where: { attribute: "direction", is: ["ingress"] },
        // Without a range and without a group it lets everybody in (OpenStack Networking).
        absent: "open",
        instead: ["remote_group_id"],
        ports: { from: "port_range_min", to: "port_range_max" },
        remedy: "Set remote_ip_prefix to the range that has to get in, or remote_group_id to the group of its machines.",
      },
    ],
    egress: [
      {
        path: "remote_ip_prefix",
        where: { attribute: "direction", is: ["egress"] },
        absent: "open",
        instead: ["remote_group_id"],
        ports: { from: "port_range_min", to: "port_range_max" },
        remedy: "Set remote_ip_prefix to the range that has to be reached, or remote_group_id to the group of its machines.",
      },
    ],
  },
  // A new group lets everything out, unless its own rules are taken from it.
  opentelekomcloud_networking_secgroup_v2: {
    concept: "firewall",
    facts: { egressLimited: { as: "switch", path: "delete_default_rules", when: [true], absent: false } },
  },
  opentelekomcloud_vpc_eip_v1: {
    exposure: [{ path: "publicip[].port_id", public: "present", absent: "private", remedy: `Leave out port_id. ${enter}` }],
  },
  opentelekomcloud_vpc_v1: { concept: "network" },
  // docs/resources/vpnaas_ike_policy_v2.md and vpnaas_ipsec_policy_v2.md, seen 2026-11-28: silence means v1, aes-128 and esp; md5 and 3des are taken as well.
  opentelekomcloud_vpnaas_ike_policy_v2: {
    facts: {
      linkKeyExchange: { as: "switch", path: "ike_version", when: ["v2"], absent: false },
      linkCipher: { as: "switch", path: "encryption_algorithm", when: AES_OF_IPSEC, absent: true, remedy: STRONG },
    },
  },
  opentelekomcloud_vpnaas_ipsec_policy_v2: {
    facts: {
      linkEncrypted: { as: "switch", path: "transform_protocol", when: ["esp", "ah-esp"], absent: true },
      linkCipher: { as: "switch", path: "encryption_algorithm", when: AES_OF_IPSEC, absent: true, remedy: STRONG },
    },
  },
  opentelekomcloud_vpnaas_site_connection_v2: { concept: "privateAccess" },
  opentelekomcloud_enterprise_vpn_connection_v5: {
    concept: "privateAccess",
    facts: {
      linkEncrypted: { as: "switch", path: "ipsecpolicy[].transform_protocol", when: ["esp", "ah-esp"], absent: false },
      linkCipher: { as: "switch", path: "ipsecpolicy[].encryption_algorithm", when: AES_OF_IPSEC, absent: false, remedy: STRONG },
      linkKeyExchange: { as: "switch", path: "ikepolicy[].ike_version", when: ["v2"], absent: false },
    },
  },
  opentelekomcloud_dc_hosted_connect_v3: { facts: { linkEncrypted: line } },
  opentelekomcloud_direct_connect_v2: { facts: { linkEncrypted: line } },
  opentelekomcloud_enterprise_vpn_gateway_v5: { facts: { zones: { as: "distinct", path: "availability_zones" } } },
  opentelekomcloud_er_instance_v3: { facts: { zones: { as: "distinct", path: "availability_zones" } } },
  opentelekomcloud_waf_dedicated_domain_v1: {
    facts: {
      inTransit: { as: "switch", path: "server[].client_protocol", when: ["HTTPS"], absent: false, remedy: website },
      tlsVersion: { as: "version", path: "tls", where: { attribute: "server[].client_protocol", is: ["HTTPS"] } },
    },
  },
  opentelekomcloud_waf_domain_v1: {
    facts: {
      inTransit: { as: "switch", path: "server[].client_protocol", when: ["HTTPS"], absent: false, remedy: website },
      tlsVersion: { as: "version", path: "tls", where: { attribute: "server[].client_protocol", is: ["HTTPS"] } },
    },
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
