import type { OtherReleases } from "../../contract/facts.ts";
import { novaSecurityGroup } from "../../contract/nova-security-group.ts";
import { readings } from "../readings.ts";
import { region } from "./shared.ts";

const { openstack_blockstorage_volume_v3: volume, openstack_networking_floatingip_associate_v2: associate } = readings;

/** Types of earlier releases, which configurations still name: each takes its own region, else the block's, like what came after it. */
export const otherReleases: OtherReleases = {
  // github.com/terraform-provider-openstack/terraform-provider-openstack docs/resources/<type>.md and CHANGELOG.md (2.0.0, 3.0.0), read on 2026-11-28.
  resources: {
    openstack_blockstorage_quotaset_v2: region,
    openstack_blockstorage_volume_attach_v2: region,
    openstack_blockstorage_volume_v1: { ...region, zones: ["availability_zone"] },
    openstack_blockstorage_volume_v2: { ...region, zones: ["availability_zone"] },
    openstack_compute_floatingip_associate_v2: region,
    openstack_compute_floatingip_v2: region,
    openstack_compute_secgroup_v2: region,
    openstack_fw_firewall_v1: region,
    openstack_fw_policy_v1: region,
    openstack_fw_rule_v1: region,
  },
  dataSources: { openstack_blockstorage_snapshot_v2: region, openstack_blockstorage_volume_v2: region },
  readings: {
    openstack_blockstorage_volume_v1: volume,
    openstack_blockstorage_volume_v2: volume,
    openstack_compute_floatingip_associate_v2: associate,
    // Nothing was said of going out.
    openstack_compute_secgroup_v2: novaSecurityGroup,
  },
};
