import type { Reading } from "../contract/reading.ts";
import type { HcloudResourceType } from "./types.ts";

const encryption = {
  by: "nothing",
  because: "The provider has no attribute for encryption, and no claim of the operator was found.",
} as const;
const deletionProtected = { as: "switch", path: "delete_protection", when: [true], absent: false } as const;
const floating = "An address that leads to a server makes it public. Take a load balancer or a bastion instead.";
const address = "Switch both public addresses off in public_net, and reach the server through a private network.";

/** What Hetzner's resources say about their protections. No attribute of the provider speaks of encryption. */
export const readings = {
  hcloud_firewall: {
    concept: "firewall",
    // A rule of direction `in` lists who may enter; what no rule lets in stays out.
    ingress: [
      {
        path: "rule[].source_ips",
        where: { attribute: "direction", is: ["in"] },
        absent: "closed",
        silent: "open",
        ports: { from: "port", to: "port" },
        remedy: "List the ranges that have to get in in source_ips.",
      },
    ],
    // Without a rule of direction `out` everything may leave.
    egress: [
      {
        path: "rule[].destination_ips",
        where: { attribute: "direction", is: ["out"] },
        absent: "open",
        silent: "open",
        ports: { from: "port", to: "port" },
        remedy: "Write a rule of direction out for each range that has to be reached.",
      },
    ],
  },
  // An address that leads to a server makes it public; one without exposes nothing.
  hcloud_floating_ip: {
    exposure: [{ path: "server_id", public: "present", absent: "private", remedy: `Leave out server_id. ${floating}` }],
    facts: { deletionProtected },
  },
  hcloud_floating_ip_assignment: { exposure: [{ path: "", public: "always", absent: "public", remedy: floating }] },
  hcloud_load_balancer: { facts: { deletionProtected } },
  hcloud_load_balancer_service: {
    facts: {
      inTransit: {
        as: "switch",
        path: "protocol",
        when: ["https"],
        absent: false,
        remedy: 'Set protocol to "https", with its certificates; or let the servers behind it speak TLS, and waive it.',
      },
    },
  },
  hcloud_load_balancer_network: {
    exposure: [
      {
        path: "enable_public_interface",
        public: [true],
        absent: "public",
        remedy: "Set enable_public_interface to false: the balancer then has a private address only.",
      },
    ],
  },
  hcloud_network: { concept: "network", facts: { deletionProtected } },
  hcloud_primary_ip: {
    exposure: [{ path: "assignee_id", public: "present", absent: "private", remedy: `Leave out assignee_id. ${floating}` }],
    facts: { deletionProtected },
  },
  // docs/resources/server.md: without public_net two addresses are made and given to the server.
  hcloud_server: {
    concept: "instance",
    encryption,
    exposure: [
      { path: "public_net[].ipv4_enabled", public: [true], absent: "public", remedy: address },
      { path: "public_net[].ipv6_enabled", public: [true], absent: "public", remedy: address },
    ],
    facts: {
      deletionProtected,
      backedUp: { as: "switch", path: "backups", when: [true], absent: false },
      image: { as: "value", path: "image" },
    },
  },
  hcloud_snapshot: { concept: "backup", encryption },
  hcloud_storage_box: {
    concept: "fileShare",
    encryption,
    exposure: [
      {
        path: "access_settings.reachable_externally",
        public: [true],
        absent: "public",
        remedy: "Set access_settings.reachable_externally to false.",
      },
    ],
    facts: { deletionProtected, backedUp: { as: "present", path: "snapshot_plan", remedy: "Write a snapshot_plan." } },
  },
  hcloud_storage_box_snapshot: { concept: "backup", encryption },
  hcloud_volume: {
    concept: "volume",
    encryption,
    facts: {
      size: { as: "value", path: "size" },
      deletionProtected,
      backedUp: { as: "nothing", because: "Backups of a server leave its volumes out, and the provider has no other." },
    },
  },
  hcloud_zone: { facts: { deletionProtected } },
  hcloud_zone_record: { leads: [{ path: "value", where: { attribute: "type", is: ["CNAME"] } }] },
} satisfies Partial<Record<HcloudResourceType, Reading>>;
