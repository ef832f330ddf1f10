import type { Reading } from "../contract/reading.ts";
import type { OutscaleResourceType } from "./types.ts";

const encryption = {
  by: "nothing",
  because: "The provider has no attribute for encryption, and no claim of the operator was found.",
} as const;

/** What Outscale's resources say about their protections. No attribute of the provider speaks of encryption. */
export const readings = {
  outscale_image: { concept: "backup", encryption },
  // docs/resources/snapshot.md: a global permission makes the resource public.
  outscale_image_launch_permission: {
    exposure: [
      {
        path: "permission_additions[].global_permission",
        public: [true],
        absent: "private",
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
  },
  outscale_net: { concept: "network" },
  outscale_oks_cluster: {
    concept: "cluster",
    encryption,
    ingress: [{ path: "admin_whitelist", absent: "open", remedy: "List the ranges that may reach the control plane in admin_whitelist." }],
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
  },
  outscale_snapshot: { concept: "backup", encryption },
  outscale_snapshot_attributes: {
    exposure: [
      {
        path: "permissions_to_create_volume_additions[].global_permission",
        public: [true],
        absent: "private",
        remedy: "Leave out global_permission, and name the accounts that may use the snapshot.",
      },
    ],
  },
  outscale_vm: { concept: "instance", encryption },
  outscale_volume: { concept: "volume", encryption, facts: { size: { as: "value", path: "size" } } },
} satisfies Partial<Record<OutscaleResourceType, Reading>>;
