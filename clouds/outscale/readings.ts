import type { Reading } from "../contract/reading.ts";
import type { OutscaleResourceType } from "./types.ts";

const encryption = {
  by: "nothing",
  because: "The provider has no attribute for encryption, and no claim of the operator was found.",
} as const;

/** What Outscale's resources say about their protections. No attribute of the provider speaks of encryption. */
export const readings = {
  outscale_access_key: { facts: { expires: { as: "present", path: "expiration_date" } } },
  outscale_api_access_policy: { facts: { mfa: { as: "switch", path: "require_trusted_env", when: [true], absent: false } } },
  // Who may call the API of the account at all; a rule may name certificates in place of addresses.
  outscale_api_access_rule: {
    ingress: [
      {
        path: "ip_ranges",
        absent: "closed",
        administers: true,
        remedy: "List the ranges of the administrators and pipelines in ip_ranges.",
      },
    ],
  },
  outscale_image: { concept: "backup", encryption, images: [{ path: "file_location", form: "url" }] },
  // docs/resources/snapshot.md: a global permission makes the resource public.
  outscale_image_launch_permission: {
    exposure: [
      {
        path: "permission_additions[].global_permission",
        public: [true],
        absent: "private",
        opens: "data",
        remedy: "Leave out global_permission, and name the accounts that may use the image.",
      },
    ],
  },
  outscale_load_balancer: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "load_balancer_type",
        public: ["internet-facing"],
        absent: "public",
        remedy: "Set load_balancer_type to internal: the balancer then has a private address only.",
      },
    ],
    facts: {
      inTransit: { as: "switch", path: "listeners[].load_balancer_protocol", when: ["HTTPS", "SSL"], absent: false },
      zones: { as: "distinct", path: "subregion_names", absent: 1 },
    },
  },
  outscale_net: { concept: "network" },
  outscale_oks_cluster: {
    concept: "cluster",
    encryption,
    ingress: [
      {
        path: "admin_whitelist",
        absent: "open",
        administers: true,
        remedy: "List the ranges that may reach the control plane in admin_whitelist.",
      },
    ],
    facts: {
      version: { as: "value", path: "version" },
      zones: { as: "switch", path: "cp_multi_az", when: [true], absent: false },
      deletionProtected: { as: "switch", path: "disable_api_termination", when: [true], absent: false },
    },
  },
  outscale_oks_project: {
    facts: { deletionProtected: { as: "switch", path: "disable_api_termination", when: [true], absent: false } },
  },
  outscale_policy: {
    grants: [{ path: "document", wide: [], form: "policy-document", remedy: "Name the actions that are needed in document." }],
  },
  outscale_public_ip_link: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "A public address makes its machine public: take a load balancer or a bastion.",
      },
    ],
  },
  // Every group lets everything out until the rule that it comes with is taken away (docs/resources/security_group.md).
  outscale_security_group: {
    facts: { egressLimited: { as: "switch", path: "remove_default_outbound_rule", when: [true], absent: false } },
  },
  outscale_security_group_rule: {
    concept: "firewall",
    ingress: [
      {
        path: "ip_range",
        where: { attribute: "flow", is: ["Inbound"] },
        absent: "closed",
        ports: { from: "from_port_range", to: "to_port_range" },
        remedy: "Set ip_range to the range that has to get in.",
      },
      // An entry of `rules` does not say itself whether it is for what comes in, so it is taken for it.
      {
        path: "rules[].ip_ranges",
        absent: "closed",
        ports: { from: "from_port_range", to: "to_port_range" },
        remedy: "Name the ranges that have to get in; write a rule for what goes out with ip_range.",
      },
    ],
    egress: [
      {
        path: "ip_range",
        where: { attribute: "flow", is: ["Outbound"] },
        absent: "closed",
        ports: { from: "from_port_range", to: "to_port_range" },
        remedy: "Set ip_range to the range that has to be reached.",
      },
    ],
  },
  outscale_snapshot: { concept: "backup", encryption, images: [{ path: "file_location", form: "url" }] },
  outscale_snapshot_attributes: {
    exposure: [
      {
        path: "permissions_to_create_volume_additions[].global_permission",
        public: [true],
        absent: "private",
        opens: "data",
        remedy: "Leave out global_permission, and name the accounts that may use the snapshot.",
      },
    ],
  },
  outscale_vm: {
    concept: "instance",
    encryption,
    facts: {
      deletionProtected: { as: "switch", path: "deletion_protection", when: [true], absent: false },
      image: { as: "value", path: "image_id" },
    },
  },
  outscale_volume: {
    concept: "volume",
    encryption,
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "companion", type: "outscale_snapshot", path: "volume_id" },
    },
  },
  outscale_vpn_connection: {
    concept: "privateAccess",
    facts: { linkEncrypted: { as: "switch", path: "connection_type", when: ["ipsec.1"], absent: false } },
  },
} satisfies Partial<Record<OutscaleResourceType, Reading>>;
