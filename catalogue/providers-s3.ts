import type { OtherProvider, S3Client } from "./provider.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-23";

/**
 * What of the AWS provider speaks S3 and nothing else: with an address of its own, those types are under whoever answers there. Its region goes into the
 * signature and into the order for a new bucket, where some stores obey it.
 */
export const AWS_S3: S3Client = {
  endpoint: ["endpoints[].s3", "endpoints[].s3api"],
  parts: ["endpoints[]", "http_proxy", "https_proxy"],
  env: ["AWS_ENDPOINT_URL_S3", "AWS_S3_ENDPOINT", "AWS_ENDPOINT_URL"],
  types: ["aws_s3_bucket", "aws_s3_object", "aws_s3_objects"],
  sends: ["replication_configuration[].rules[].destination[].bucket", "logging[].target_bucket"],
  regions: { block: ["region"], own: ["region"] },
  roles: ["assume_role[].role_arn", "assume_role_with_web_identity[].role_arn"],
  computes: ["aws_iam_policy_document"],
};

/** Types of the S3 protocol whose whole purpose is to send elsewhere. */
function senders(...types: readonly string[]): OtherProvider["resources"] {
  const because =
    "It sends what a bucket holds, or what happens in it, to another bucket, queue or function, whose name says nothing of the place.";
  return Object.fromEntries(types.map((type) => [type, { by: "opaque", because, reach: "anywhere" }]));
}

export const AWS_SENDERS = senders(
  "aws_s3_bucket_analytics_configuration",
  "aws_s3_bucket_inventory",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_metadata_configuration",
  "aws_s3_bucket_metric",
  "aws_s3_bucket_notification",
  "aws_s3_bucket_replication_configuration",
  "aws_s3_object_copy",
);

export const MINIO: OtherProvider = {
  kind: "opaque",
  because: "It speaks to whatever object storage its address names.",
  resources: senders("minio_ilm_tier", "minio_s3_bucket_notification", "minio_s3_bucket_replication", "minio_s3_bucket_replication_resync"),
  dataSources: {},
  s3: {
    endpoint: ["minio_server"],
    env: ["MINIO_ENDPOINT"],
    // Users, groups, their policies and keys are kept by the same server: pulumi-minio 0.17.1, which is made of the provider (pypi.org/project/pulumi-minio,
    // read on 2026-11-28). Not all of `minio_iam_`: newer releases have whom the server asks to log people in, which is somebody else.
    // Keys that are given to a user by another name, and when objects go, are too: docs/resources of its repository, read on 2026-11-29.
    types: [
      "minio_s3_bucket",
      "minio_s3_object",
      "minio_accesskey",
      "minio_iam_group",
      "minio_iam_policy",
      "minio_iam_service_account",
      "minio_iam_user",
      "minio_ilm_policy",
    ],
    computes: ["minio_iam_policy_document"],
    sends: [],
    regions: { block: ["minio_region"], own: [] },
    encrypted: "minio_ssl",
  },
  ...unread("https://registry.terraform.io/providers/aminueza/minio/latest/docs", seen),
};
