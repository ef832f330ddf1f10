import { InputError } from "../../../catalogue/index.ts";
import type { BucketLifecycleRule, BucketSpec, Lower } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";
import { keyFor } from "./key.ts";

/**
 * A private bucket of the Object Storage Service, encrypted with the key that is named or with one of its own. Names are shared by all customers.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/obs_bucket.md; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  refuse(spec);
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(`${cx.place.id}/${spec.uniqueFor}`, 8)}`;
  const kms_key_id = spec.encryption.by === "own-key" ? spec.encryption.keyId : keyFor(spec.name, cx);
  const made = cx.resource(
    "opentelekomcloud_obs_bucket",
    "bucket",
    {
      bucket: `${spec.name}${suffix}`,
      region: cx.region,
      acl: "private",
      versioning: spec.versioned,
      force_destroy: false,
      server_side_encryption: [{ algorithm: "kms", kms_key_id }],
      ...(spec.lock === undefined ? {} : { worm_policy: [{ days: spec.lock.days }] }),
      ...(spec.lifecycle.length > 0 ? { lifecycle_rule: spec.lifecycle.map((rule) => lifecycle(spec.name, rule)) } : {}),
      ...(Object.keys(spec.tags).length > 0 ? { tags: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  return { name: made.ref("bucket"), ...objectStorage(cx.region) };
};

function refuse({ name, replicas, lock }: BucketSpec): void {
  if (replicas.length > 0)
    throw new InputError(
      `Bucket ${name} wants copies in ${replicas.map(({ region }) => region).join(" and ")}, which needs a delegation (agency) of yours that we do not write. Leave out { replicateTo }, and write a Raw opentelekomcloud_obs_bucket_replication.`,
    );
  if (lock?.mode === "governance")
    throw new InputError(
      `Bucket ${name} is to be locked in governance mode; a lock there can be lifted by nobody. Say { lock: { mode: "compliance", … } }.`,
    );
}

/** Classes of the store. */
const CLASSES = { infrequent: "WARM", archive: "COLD" } as const;

function lifecycle(bucketName: string, rule: BucketLifecycleRule) {
  if (rule.abortUploadsAfter !== undefined)
    throw new InputError(
      `Bucket ${bucketName} removes unfinished uploads (rule ${rule.id}), which the provider cannot write. Leave out { abortUploadsAfter }, and remove them with a job of yours.`,
    );
  return {
    name: rule.id,
    enabled: true,
    ...(rule.prefix === undefined ? {} : { prefix: rule.prefix }),
    ...(rule.expireAfter === undefined ? {} : { expiration: [{ days: rule.expireAfter }] }),
    ...(rule.expireOldVersionsAfter === undefined ? {} : { noncurrent_version_expiration: [{ days: rule.expireOldVersionsAfter }] }),
    ...(rule.moves === undefined ? {} : { transition: rule.moves.map(({ after, to }) => ({ days: after, storage_class: CLASSES[to] })) }),
  };
}
