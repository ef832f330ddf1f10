import type { Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { copied, inVault, unasked, underKey } from "./sources.ts";

const machines = "Name the private range of the machines that mount it.";

/** Volumes, shared files and backups. */
export const readings = {
  opentelekomcloud_blockstorage_volume_v2: {
    concept: "volume",
    encryption: unasked("volumes of this version: take evs_volume_v3"),
    facts: {
      size: { as: "value", path: "size" },
      backedUp: inVault(["vbs_backup_v2", "volume_id"], ["vbs_backup_policy_v2", "resources"]),
    },
  },
  opentelekomcloud_cbr_policy_v3: {
    facts: { backupDays: { as: "days", path: "operation_definition[].retention_duration_days" } },
  },
  opentelekomcloud_cbr_vault_v3: { concept: "backup", encryption: copied },
  opentelekomcloud_csbs_backup_policy_v1: {
    facts: { backupDays: { as: "days", path: "scheduled_operation[].retention_duration_days" } },
  },
  opentelekomcloud_csbs_backup_v1: { concept: "backup", encryption: copied },
  opentelekomcloud_evs_volume_v3: {
    concept: "volume",
    encryption: underKey("kms_id", "evs_volume_v3"),
    facts: {
      size: { as: "value", path: "size" },
      backedUp: inVault(["vbs_backup_v2", "volume_id"], ["vbs_backup_policy_v2", "resources"]),
    },
  },
  opentelekomcloud_sfs_file_system_v2: {
    concept: "fileShare",
    encryption: unasked("shares of this version: take sfs_turbo_share_v1"),
    exposure: [
      {
        path: "is_public",
        public: [true],
        absent: "private",
        opens: "data",
        remedy: "Leave out is_public, so that other accounts do not see the share.",
      },
    ],
    facts: { size: { as: "value", path: "size" } },
  },
  // `access_to` is the id of a network, or with `access_type` "user" an address.
  opentelekomcloud_sfs_share_access_rules_v2: {
    ingress: [
      {
        path: "access_rule[].access_to",
        where: { attribute: "access_type", is: ["user", "ip"] },
        absent: "closed",
        remedy: machines,
      },
    ],
  },
  opentelekomcloud_sfs_turbo_share_v1: {
    concept: "fileShare",
    encryption: underKey("crypt_key_id", "sfs_turbo_share_v1"),
    facts: { size: { as: "value", path: "size" }, backedUp: inVault() },
  },
  opentelekomcloud_vbs_backup_policy_v2: { facts: { backupDays: { as: "days", path: "rentention_day" } } },
  opentelekomcloud_vbs_backup_v2: { concept: "backup", encryption: copied },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
