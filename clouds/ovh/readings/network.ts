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
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
