import type { ExposureReading, Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { provider, unasked } from "./sources.ts";

const acl: readonly ExposureReading[] = [
  {
    path: "acl",
    public: ["public-read", "public-read-write", "public-read-delivered", "public-read-write-delivered", "authenticated-read"],
    // "Defaults to private": docs/resources/obs_bucket.md.
    absent: "private",
    opens: "data",
    remedy: "Set acl to private, and grant access to those who need it.",
  },
];
const named = "Name the accounts that may use the bucket as Principal.";

/** Buckets, and what opens them. */
export const readings = {
  opentelekomcloud_obs_bucket: {
    concept: "bucket",
    encryption: {
      by: "attribute",
      path: "server_side_encryption[].algorithm",
      when: ["kms", "AES256"],
      absent: false,
      keys: "server_side_encryption[].kms_key_id",
      ...provider("obs_bucket"),
    },
    exposure: acl,
    facts: {
      versioned: { as: "switch", path: "versioning", when: [true], absent: false },
      // Write once: for days or for years, never both (docs/resources/obs_bucket.md).
      locked: {
        as: "any",
        of: [
          { as: "present", path: "worm_policy[].days" },
          { as: "present", path: "worm_policy[].years" },
        ],
        remedy: "Write a worm_policy with days.",
      },
      retentionDays: { as: "days", path: "worm_policy[].days" },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  opentelekomcloud_obs_bucket_object: { exposure: acl },
  opentelekomcloud_obs_bucket_policy: { documents: [{ path: "policy", form: "s3-policy", remedy: named }] },
  opentelekomcloud_s3_bucket: {
    concept: "bucket",
    encryption: unasked("buckets by the S3 protocol: take obs_bucket"),
    exposure: acl,
    documents: [{ path: "policy", form: "s3-policy", remedy: named }],
    facts: {
      versioned: { as: "switch", path: "versioning[].enabled", when: [true], absent: false },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  opentelekomcloud_s3_bucket_object: { exposure: acl },
  opentelekomcloud_s3_bucket_policy: { documents: [{ path: "policy", form: "s3-policy", remedy: named }] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
