import { InputError } from "../../../catalogue/index.ts";
import type { BucketLifecycleRule, Lower } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";
import { projectOf } from "./project.ts";

/**
 * A private bucket with an encryption rule: the operator's key, or one of the key manager's. No bucket copies itself to another.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/object_bucket.md, object_bucket_acl.md, object_bucket_lock_configuration.md,
 * object_bucket_server_side_encryption_configuration.md; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  if (spec.replicas.length > 0)
    throw new InputError(
      `Bucket ${spec.name} wants copies in ${spec.replicas.map(({ region }) => region).join(" and ")}, which Scaleway's object storage does not make by itself. Leave out { replicateTo }, and copy with a tool of yours (rclone, a scheduled job).`,
    );
  const { region } = cx;
  const project_id = projectOf(cx);
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(`${project_id}/${spec.uniqueFor}`, 8)}`;
  const made = cx.resource(
    "scaleway_object_bucket",
    "bucket",
    {
      name: `${spec.name}${suffix}`,
      region,
      project_id,
      versioning: [{ enabled: spec.versioned }],
      object_lock_enabled: spec.lock !== undefined,
      force_destroy: false,
      ...(spec.lifecycle.length > 0 ? { lifecycle_rule: spec.lifecycle.map(lifecycle) } : {}),
      ...(Object.keys(spec.tags).length > 0 ? { tags: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  const of = { bucket: made.ref("name"), region, project_id };
  cx.resource("scaleway_object_bucket_acl", "private", { ...of, acl: "private" });
  cx.resource("scaleway_object_bucket_server_side_encryption_configuration", "encryption", {
    ...of,
    rule: [
      {
        apply_server_side_encryption_by_default: [
          spec.encryption.by === "operator"
            ? { sse_algorithm: "AES256" }
            : { sse_algorithm: "aws:kms", kms_master_key_id: spec.encryption.keyId },
        ],
      },
    ],
  });
  if (spec.lock !== undefined)
    cx.resource("scaleway_object_bucket_lock_configuration", "lock", {
      ...of,
      rule: [{ default_retention: [{ mode: spec.lock.mode.toUpperCase(), days: spec.lock.days }] }],
    });
  return { name: made.ref("name"), ...objectStorage(region) };
};

/** Storage classes of Scaleway: one zone at once, or cold storage that takes hours. */
const CLASSES = { infrequent: "ONEZONE_IA", archive: "GLACIER" } as const;

function lifecycle(rule: BucketLifecycleRule) {
  return {
    id: rule.id,
    enabled: true,
    ...(rule.prefix === undefined ? {} : { prefix: rule.prefix }),
    ...(rule.expireAfter === undefined ? {} : { expiration: [{ days: rule.expireAfter }] }),
    ...(rule.expireOldVersionsAfter === undefined
      ? {}
      : { noncurrent_version_expiration: [{ noncurrent_days: rule.expireOldVersionsAfter }] }),
    ...(rule.abortUploadsAfter === undefined ? {} : { abort_incomplete_multipart_upload_days: rule.abortUploadsAfter }),
    ...(rule.moves === undefined ? {} : { transition: rule.moves.map(({ after, to }) => ({ days: after, storage_class: CLASSES[to] })) }),
  };
}
