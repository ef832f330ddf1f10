import { novaSecurityGroup } from "../../contract/nova-security-group.ts";
import type { Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { inVault, unasked, underKey } from "./sources.ts";

const enter = "Take a load balancer, a NAT gateway or a bastion instead.";

/** Machines and images. An address that is tied to a machine makes it public. */
export const readings = {
  opentelekomcloud_as_configuration_v1: {
    encryption: underKey("instance_config[].disk[].kms_id", "as_configuration_v1"),
    exposure: [
      {
        path: "instance_config[].public_ip[].eip[].ip_type",
        public: "present",
        absent: "private",
        remedy: `Leave out public_ip. ${enter}`,
      },
    ],
  },
  opentelekomcloud_as_group_v1: { facts: { zones: { as: "distinct", path: "available_zones", absent: 1 } } },
  opentelekomcloud_compute_bms_server_v2: {
    concept: "instance",
    encryption: unasked("its disks: take volumes that are encrypted"),
    facts: { flavour: { as: "value", path: "flavor_name" }, image: { as: "value", path: "image_name" } },
  },
  opentelekomcloud_compute_floatingip_associate_v2: {
    exposure: [{ path: "", public: "always", absent: "public", remedy: `It makes its machine public. ${enter}` }],
  },
  opentelekomcloud_compute_instance_v2: {
    concept: "instance",
    encryption: unasked("disks that it makes itself: boot from an evs_volume_v3"),
    facts: {
      flavour: { as: "value", path: "flavor_name" },
      image: { as: "value", path: "image_name" },
      backedUp: inVault(["csbs_backup_v1", "resource_id"], ["csbs_backup_policy_v1", "resource[].id"]),
    },
  },
  opentelekomcloud_compute_secgroup_v2: novaSecurityGroup,
  opentelekomcloud_ecs_instance_v1: {
    concept: "instance",
    encryption: underKey("system_disk_kms_id", "ecs_instance_v1", "data_disks[].kms_id"),
    facts: {
      flavour: { as: "value", path: "flavor" },
      image: { as: "value", path: "image_id" },
      backedUp: inVault(["csbs_backup_v1", "resource_id"], ["csbs_backup_policy_v1", "resource[].id"]),
    },
  },
  opentelekomcloud_images_image_v2: {
    encryption: unasked("images of this version: take ims_image_v2"),
    exposure: [
      {
        path: "visibility",
        public: ["public", "community"],
        absent: "private",
        opens: "data",
        remedy: 'Set visibility to "private" or "shared": nobody else may then use the image.',
      },
    ],
    images: [{ path: "image_source_url", form: "url" }],
    facts: { deletionProtected: { as: "switch", path: "protected", when: [true], absent: false } },
  },
  opentelekomcloud_ims_data_image_v2: { encryption: underKey("cmk_id", "ims_data_image_v2") },
  opentelekomcloud_ims_image_v2: { encryption: underKey("cmk_id", "ims_image_v2") },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
