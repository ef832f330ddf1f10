import type { Reading } from "../../clouds/contract/index.ts";

const docs = { source: "https://github.com/aminueza/terraform-provider-minio docs/resources", seen: "2026-11-28" } as const;

/** What the types of an S3 client say about protections, whoever answers at its address. */
export const S3_READINGS: Readonly<Record<string, Reading>> = {
  minio_s3_bucket: {
    concept: "bucket",
    encryption: { by: "companion", type: "minio_s3_bucket_server_side_encryption", path: "bucket", ...docs },
    exposure: [
      {
        path: "acl",
        public: ["public", "public-read", "public-read-write", "public-write"],
        absent: "private",
        remedy: "Set acl to private, and grant what has to be read.",
      },
    ],
    facts: { locked: { as: "switch", path: "object_locking", when: [true], absent: false } },
  },
  minio_s3_bucket_server_side_encryption: {
    encryption: { by: "attribute", path: "encryption_type", when: ["AES256", "aws:kms"], absent: false, keys: "kms_key_id", ...docs },
  },
  minio_s3_bucket_anonymous_access: {
    exposure: [{ path: "", public: "always", absent: "public", remedy: "Leave out anonymous access: whoever is anonymous is everybody." }],
  },
  minio_s3_bucket_policy: {
    documents: [{ path: "policy", form: "s3-policy", remedy: "Name who may, in Principal, instead of everybody." }],
  },
};
