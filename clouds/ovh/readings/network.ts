import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

/** Networks and what stands at their edge. A gateway lets traffic out only, so it exposes nothing; nor does an address that nothing has yet. */
export const readings = {
  ovh_cloud_network_private_vrack: { concept: "network" },
  ovh_cloud_project_network_private: { concept: "network" },
  ovh_cloud_project_region_network: { concept: "network" },
  // A new group lets nothing in (OpenStack); a rule that names neither range nor group means any source.
  ovh_cloud_security_group: {
    concept: "firewall",
    ingress: [
      {
        path: "rule[].remote_ip_prefix",
        where: { attribute: "direction", is: ["INGRESS"] },
        absent: "closed",
        silent: "open",
        instead: ["remote_group_id"],
        ports: { from: "port_range_min", to: "port_range_max" },
        remedy: "Set remote_ip_prefix to the range that has to get in, or remote_group_id to the group of its machines.",
      },
    ],
    facts: {
      egressLimited: {
        as: "nothing",
        because:
          "The operator adds rules of its own that let everything out, whatever is listed: close the network instead, or filter on the machines.",
      },
    },
  },
  ovh_cloud_project_failover_ip_attach: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "An additional address makes its instance public: take a load balancer or a bastion.",
      },
    ],
  },
  ovh_cloud_project_loadbalancer: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "network.private.floating_ip.id",
        public: "present",
        absent: "private",
        remedy: "Leave out floating_ip: the balancer then has a private address only.",
      },
      {
        path: "network.private.floating_ip_create",
        public: "present",
        absent: "private",
        remedy: "Leave out floating_ip_create: the balancer then has a private address only.",
      },
    ],
    ingress: [
      {
        path: "listeners[].allowed_cidrs",
        absent: "closed",
        // Octavia lets everybody in where a listener names no range.
        silent: "open",
        ports: { from: "port", to: "port" },
        onlyWhenPublic: true,
        remedy: "List the ranges that may reach the listener in allowed_cidrs.",
      },
    ],
    facts: {
      inTransit: {
        as: "switch",
        path: "listeners[].protocol",
        when: ["https", "terminatedHTTPS"],
        absent: false,
        remedy: 'Set the protocol of each listener to "terminatedHTTPS" with a certificate in secret_id, or to "https".',
      },
      // Without tls_versions Octavia speaks 1.2 and 1.3 (default_listener_tls_versions, docs.openstack.org/octavia configuration reference).
      tlsVersion: { as: "version", path: "listeners[].tls_versions", absent: 1.2 },
      audited: {
        as: "companion",
        type: "ovh_cloud_project_region_loadbalancer_log_subscription",
        path: "loadbalancer_id",
        remedy: "Add an ovh_cloud_project_region_loadbalancer_log_subscription with this balancer's id in loadbalancer_id.",
      },
      nodes: { as: "nothing", because: "The service runs it on as many machines as it sees fit, and no attribute says how many." },
    },
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
