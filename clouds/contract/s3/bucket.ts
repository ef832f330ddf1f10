import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext } from "../cloud.ts";
import type { BucketLifecycleRule, BucketOutputs, BucketSpec } from "../concepts/bucket.ts";

/** What an S3 store can do beyond keeping objects: each is documented by its operator, or refused. */
export interface S3Store {
  /** As a sentence begins: "Outscale's object storage". */
  readonly name: string;
  readonly endpoint: string;
  readonly region: string;
  /** Takes a bucket-wide encryption rule, SSE-S3. Without it objects are encrypted by the operator's claim or not at all, and nothing is written. */
  readonly encryptionRule: boolean;
  /** Takes tags of a bucket. */
  readonly tags: boolean;
  /** Takes lifecycle rules that delete. */
  readonly lifecycle: boolean;
  /** Locks that it keeps. @default both */
  readonly locks?: readonly ("governance" | "compliance")[];
}

/**
 * A private bucket through the S3 client. What a store cannot do is refused: copies to another place always, since the client's replication needs
 * MinIO's own servers.
 *
 * Source: aminueza/terraform-provider-minio docs/resources/s3_bucket.md, s3_bucket_versioning.md, s3_bucket_server_side_encryption.md,
 * s3_bucket_object_lock_configuration.md, s3_bucket_lifecycle.md; seen 2026-11-28.
 */
export function s3Bucket(spec: BucketSpec, store: S3Store, cx: LowerContext): BucketOutputs {
  refuse(spec, store);
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(`${cx.place.id}/${spec.uniqueFor}`, 8)}`;
  const made = cx.resource(
    "minio_s3_bucket",
    "bucket",
    {
      bucket: `${spec.name}${suffix}`,
      acl: "private",
      object_locking: spec.lock !== undefined,
      force_destroy: false,
      ...(store.tags && Object.keys(spec.tags).length > 0 ? { tags: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  const bucket = made.ref("bucket");
  // A lock brings versions with it; asking for them again would be a second opinion.
  const versioning =
    spec.versioned && spec.lock === undefined
      ? [cx.resource("minio_s3_bucket_versioning", "versioning", { bucket, versioning_configuration: [{ status: "Enabled" }] })]
      : [];
  if (store.encryptionRule) cx.resource("minio_s3_bucket_server_side_encryption", "encryption", { bucket, encryption_type: "AES256" });
  if (spec.lock !== undefined)
    cx.resource("minio_s3_bucket_object_lock_configuration", "lock", {
      bucket,
      object_lock_enabled: "Enabled",
      rule: [{ default_retention: [{ mode: spec.lock.mode.toUpperCase(), days: spec.lock.days }] }],
    });
  if (spec.lifecycle.length > 0)
    cx.resource("minio_s3_bucket_lifecycle", "lifecycle", { bucket, rule: spec.lifecycle.map(lifecycle) }, { dependsOn: versioning });
  return { name: bucket, endpoint: store.endpoint, region: store.region };
}

function refuse(spec: BucketSpec, store: S3Store): void {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Bucket ${spec.name} wants a key of your own, which ${store.name} does not keep: it takes one with each request only (SSE-C). Leave out { key }, or encrypt the objects before they are sent.`,
    );
  const { lock } = spec;
  if (lock !== undefined && store.locks?.includes(lock.mode) === false)
    throw new InputError(
      `Bucket ${spec.name} is to be locked in ${lock.mode} mode, which ${store.name} does not keep. ${
        store.locks.length > 0
          ? `Lock it in ${store.locks.join(" or ")} mode.`
          : "Leave out { lock }, or keep what must not be deleted at a cloud that locks."
      }`,
    );
  if (spec.replicas.length > 0)
    throw new InputError(
      `Bucket ${spec.name} wants copies in ${spec.replicas.map(({ region }) => region).join(" and ")}, which ${store.name} does not make by itself. Leave out { replicateTo }, and copy with a tool of yours (rclone, a scheduled job).`,
    );
  const moves = spec.lifecycle.find((rule) => (rule.moves ?? []).length > 0);
  if (moves !== undefined)
    throw new InputError(
      `Bucket ${spec.name} moves objects to a cheaper class (rule ${moves.id}), and ${store.name} has one class. Leave out { moves }, and let objects expire.`,
    );
  if (spec.lifecycle.length > 0 && !store.lifecycle)
    throw new InputError(
      `Bucket ${spec.name} has lifecycle rules, which ${store.name} does not take. Leave out { lifecycle }, and delete with a job of yours.`,
    );
}

function lifecycle(rule: BucketLifecycleRule) {
  return {
    id: rule.id,
    status: "Enabled",
    ...(rule.prefix === undefined ? {} : { filter: [{ prefix: rule.prefix }] }),
    ...(rule.expireAfter === undefined ? {} : { expiration: [{ days: rule.expireAfter }] }),
    ...(rule.expireOldVersionsAfter === undefined
      ? {}
      : { noncurrent_version_expiration: [{ noncurrent_days: rule.expireOldVersionsAfter }] }),
    ...(rule.abortUploadsAfter === undefined
      ? {}
      : { abort_incomplete_multipart_upload: [{ days_after_initiation: rule.abortUploadsAfter }] }),
  };
}
