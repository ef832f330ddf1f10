import type { Reading } from "./reading.ts";

/**
 * What a group of OpenStack's compute service lets in, whoever's provider speaks to it: each rule names a range, the group of `from_group_id`, or the group
 * itself (`self`).
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/compute_secgroup_v2.md, seen 2026-11-28.
 */
export const novaSecurityGroup: Reading = {
  concept: "firewall",
  ingress: [
    {
      path: "rule[].cidr",
      absent: "closed",
      silent: "open",
      instead: ["from_group_id", "self"],
      ports: { from: "from_port", to: "to_port" },
      remedy: "Set cidr to the range that has to get in, or from_group_id to the group of its machines.",
    },
  ],
};
