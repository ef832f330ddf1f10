import { chosen, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";

const identity = "Rights and credentials of the contract, valid in each of its locations; they reach only what has been placed there.";

/** What the contract has as a whole: people, groups, keys, and the backup service. */
export const resources = {
  // docs.ionos.com, data security of the backup service (read on 2026-11-28): Acronis runs the machines, erases and repairs them.
  ionoscloud_backup_unit: chosen("Agents on machines send backups to machines that Acronis runs for IONOS, and no attribute says where."),
  ionoscloud_group: {
    ...nowhere(identity),
    notPlaces: { create_datacenter: "Whether members may make data centres." },
  },
  ionoscloud_object_storage_accesskey: nowhere(identity),
  ionoscloud_s3_key: nowhere(identity),
  ionoscloud_share: nowhere("Lets a group use something that says its own place: it holds no data."),
  ionoscloud_user: nowhere(identity),
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_backup_unit: chosen("Reads a backup service, which says nowhere in which location it keeps backups."),
  ionoscloud_contracts: nowhere("Reads what the contract may use."),
  ionoscloud_group: nowhere(identity),
  ionoscloud_location: nowhere("Describes one location."),
  ionoscloud_object_storage_accesskey: nowhere(identity),
  ionoscloud_object_storage_region: nowhere("Describes one region of object storage."),
  ionoscloud_resource: nowhere("Reads the kind of something in the contract."),
  ionoscloud_s3_key: nowhere(identity),
  ionoscloud_share: nowhere("Reads which group may use something."),
  ionoscloud_template: nowhere("Describes a size of machine."),
  ionoscloud_user: nowhere(identity),
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
