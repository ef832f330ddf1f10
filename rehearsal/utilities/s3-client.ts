import type { RehearsalOverlay } from "../../clouds/contract/rehearsal.ts";

/** The S3 client of clouds whose own provider has no buckets. What replaces: docs/resources of aminueza/terraform-provider-minio, seen 2026-11-28. */
export const s3Client: RehearsalOverlay = {
  protocol: 5,
  resources: {
    minio_s3_bucket: {
      replaces: ["bucket", "object_locking"],
      unique: ["bucket"],
      fills: {
        id: ({ bucket }) => bucket ?? null,
        arn: ({ bucket }) => `arn:aws:s3:::${String(bucket)}`,
        bucket_domain_name: ({ bucket }) => `https://rehearsal.invalid/${String(bucket)}`,
      },
    },
    minio_s3_bucket_versioning: { replaces: ["bucket"] },
    minio_s3_bucket_server_side_encryption: { replaces: ["bucket"] },
    minio_s3_bucket_object_lock_configuration: { replaces: ["bucket"] },
    minio_s3_bucket_lifecycle: { replaces: ["bucket"] },
    minio_s3_bucket_policy: { replaces: ["bucket"] },
  },
};
