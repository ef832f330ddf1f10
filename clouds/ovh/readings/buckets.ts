import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";
import { guide } from "./sources.ts";

/** Buckets, and what opens them. Objects and buckets are private unless an access list, a policy or a presigned address opens them. */
export const readings = {
  ovh_cloud_project_storage: {
    concept: "bucket",
    encryption: {
      by: "attribute",
      path: "encryption.sse_algorithm",
      when: ["AES256"],
      // Default encryption is configured on the bucket; without it only what the client asks for is encrypted.
      absent: false,
      ...guide("storage_and_backup/object_storage/s3_encrypt_your_objects_with_sse_c"),
    },
    facts: {
      // Versioning is off unless it is switched on; a lock always comes with versions.
      versioned: { as: "switch", path: "versioning.status", when: ["enabled"], absent: false },
      locked: { as: "switch", path: "object_lock.status", when: ["enabled"], absent: false },
      retentionDays: { as: "days", path: "object_lock.rule.period" },
    },
  },
  // A policy of a user, ovh_cloud_project_user_s3_policy, opens no bucket to everybody: it names no principal and grants to that user alone, so that it can open
  // nothing to anybody else (docs/resources/cloud_project_user_s3_policy.md of ovh/terraform-provider-ovh).
  ovh_cloud_project_region_storage_presign: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        opens: "data",
        remedy:
          "Whoever has the address reads or writes the object until it expires: give the reader a user and a policy, or waive it with an expiry.",
      },
    ],
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
