import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const disk =
  "The disk that comes with the flavour has no attribute for encryption: keep data on an encrypted volume, or encrypt inside the machine.";
const copy = "Whether the copy of an instance's disk is encrypted is said neither by an attribute nor in the documentation that was read.";
const enter = "Let people in by a bastion or VPN, and the public by a load balancer.";

/** Virtual machines. */
export const readings = {
  ovh_cloud_instance: {
    concept: "instance",
    encryption: { by: "nothing", because: disk },
    exposure: [
      { path: "networks[].auto_assign_public_ip", public: [true], absent: "private", remedy: `Leave out auto_assign_public_ip. ${enter}` },
      // Alone it is a public address of the project; with a subnet, one outside the subnet's range is a floating IP.
      {
        path: "networks[].ip",
        public: "public-address",
        absent: "private",
        remedy: `Give an address of the private subnet, or none. ${enter}`,
      },
      // A private interface has a subnet, by the documentation's four shapes; without any interface it is not said what the platform attaches.
      { path: "networks[].subnet_id", public: [], absent: "public", remedy: `Give every entry of networks a private subnet_id. ${enter}` },
    ],
    ingress: [
      {
        path: "security_group_ids",
        of: ["ovh_cloud_security_group", "data.ovh_cloud_security_group"],
        // Left out, the project's default group applies; an empty list lets nothing in (docs/resources/cloud_instance.md).
        absent: "open",
        empty: "closed",
        onlyWhenPublic: true,
        remedy: "Name the security groups in security_group_ids; an empty list lets nothing in.",
      },
    ],
    facts: { flavour: { as: "value", path: "flavor_id" }, image: { as: "value", path: "image_id" } },
  },
  ovh_cloud_project_instance: {
    concept: "instance",
    encryption: { by: "nothing", because: disk },
    exposure: [
      {
        path: "network[].public",
        public: [true],
        absent: "private",
        remedy: `Set network.public to false and name a private network. ${enter}`,
      },
      { path: "network[].private[].floating_ip[].id", public: "present", absent: "private", remedy: `Leave out floating_ip. ${enter}` },
      {
        path: "network[].private[].floating_ip_create[]",
        public: "present",
        absent: "private",
        remedy: `Leave out floating_ip_create. ${enter}`,
      },
    ],
    facts: {
      flavour: { as: "value", path: "flavor[].flavor_id" },
      image: { as: "value", path: "boot_from[].image_id" },
      backedUp: {
        as: "any",
        of: [
          { as: "present", path: "auto_backup[].cron" },
          { as: "companion", type: "ovh_cloud_project_workflow_backup", path: "instance_id" },
        ],
        remedy: "Write auto_backup, with a cron and a rotation.",
      },
    },
  },
  ovh_cloud_project_instance_snapshot: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_cloud_project_workflow_backup: { concept: "backup", encryption: { by: "nothing", because: copy } },
} satisfies Partial<Record<OvhResourceType, Reading>>;
