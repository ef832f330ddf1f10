import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";
import { provider } from "./sources.ts";

const copy =
  "Whether a copy of an encrypted volume stays encrypted is said neither by an attribute nor in the documentation that was read.";
const share = "The provider has no attribute for the encryption of shares, and no claim of the operator was found.";
const everyone = "Name the private range of the machines that mount it.";

/** Block volumes, shared files, and their copies. */
export const readings = {
  ovh_cloud_project_volume: {
    concept: "volume",
    encryption: {
      by: "attribute",
      path: "encryption.encrypted",
      when: [true],
      absent: false,
      keys: "encryption.kms.service_key_id",
      ...provider("cloud_project_volume"),
    },
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "companion", type: "ovh_cloud_project_volume_backup", path: "volume_id" },
    },
  },
  ovh_cloud_storage_block_volume: {
    concept: "volume",
    encryption: {
      by: "attribute",
      path: "encryption.enabled",
      when: [true],
      absent: false,
      ...provider("cloud_storage_block_volume"),
    },
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "companion", type: "ovh_cloud_storage_block_volume_backup", path: "volume_id" },
    },
  },
  ovh_cloud_project_volume_backup: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_cloud_storage_block_volume_backup: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_cloud_storage_block_volume_snapshot: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_cloud_project_file_storage_share: {
    concept: "fileShare",
    encryption: { by: "nothing", because: share },
    facts: { size: { as: "value", path: "size" } },
  },
  ovh_cloud_storage_file_share: {
    concept: "fileShare",
    encryption: { by: "nothing", because: share },
    facts: { size: { as: "value", path: "size" } },
  },
  ovh_cloud_storage_file_share_snapshot: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_cloud_storage_file_share_acl: { ingress: [{ path: "access_to", absent: "closed", remedy: everyone }] },
  ovh_storage_efs: { concept: "fileShare", encryption: { by: "nothing", because: share } },
  ovh_storage_efs_share: {
    concept: "fileShare",
    encryption: { by: "nothing", because: share },
    facts: { size: { as: "value", path: "size" } },
  },
  ovh_storage_efs_share_snapshot: { concept: "backup", encryption: { by: "nothing", because: copy } },
  ovh_storage_efs_share_acl: { ingress: [{ path: "access_to", absent: "closed", remedy: everyone }] },
} satisfies Partial<Record<OvhResourceType, Reading>>;
