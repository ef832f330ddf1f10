import { InputError } from "../../../catalogue/index.ts";
import { type BucketSpec, type Lower, lifecycleRule } from "../../contract/index.ts";
import { objectStorage } from "../object-storage.ts";

/**
 * A private bucket with an encryption rule (the operator's key), shut to the public whatever a later policy says.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/s3_bucket.md, s3_bucket_versioning.md, s3_bucket_server_side_encryption_configuration.md,
 * s3_bucket_object_lock_configuration.md, s3_bucket_public_access_block.md, s3_bucket_lifecycle_configuration.md; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  const store = objectStorage(cx.region);
  if (store === undefined)
    throw new InputError(
      `Bucket ${spec.name} has nowhere to stand: no object storage of the contract is in ${cx.region}. Choose de/txl or de/fra.`,
    );
  refuse(spec);
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(`${cx.place.id}/${spec.uniqueFor}`, 8)}`;
  const made = cx.resource(
    "ionoscloud_s3_bucket",
    "bucket",
    {
      name: `${spec.name}${suffix}`,
      region: store.region,
      object_lock_enabled: spec.lock !== undefined,
      force_destroy: false,
      ...(Object.keys(spec.tags).length > 0 ? { tags: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  const name = made.ref("name");
  cx.resource("ionoscloud_s3_bucket_public_access_block", "private", {
    bucket: name,
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  cx.resource("ionoscloud_s3_bucket_server_side_encryption_configuration", "encryption", {
    bucket: name,
    rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
  });
  // A lock brings versions with it; asking for them again would be a second opinion.
  if (spec.versioned && spec.lock === undefined)
    cx.resource("ionoscloud_s3_bucket_versioning", "versioning", { bucket: name, versioning_configuration: { status: "Enabled" } });
  if (spec.lock !== undefined)
    cx.resource("ionoscloud_s3_bucket_object_lock_configuration", "lock", {
      bucket: name,
      object_lock_enabled: "Enabled",
      rule: { default_retention: { mode: spec.lock.mode.toUpperCase(), days: spec.lock.days } },
    });
  if (spec.lifecycle.length > 0)
    cx.resource("ionoscloud_s3_bucket_lifecycle_configuration", "lifecycle", {
      bucket: name,
      rule: spec.lifecycle.map((rule) => lifecycleRule(rule, "Enabled")),
    });
  return { name, endpoint: store.endpoint, region: store.region };
};

function refuse({ name, encryption, replicas, lifecycle: rules }: BucketSpec): void {
  if (encryption.by === "own-key")
    throw new InputError(
      `Bucket ${name} wants a key of your own, which IONOS takes with each request only (SSE-C). Leave out { key }, or encrypt the objects before they are sent.`,
    );
  if (replicas.length > 0)
    throw new InputError(
      `Bucket ${name} wants copies in ${replicas.map(({ region }) => region).join(" and ")}, which the provider cannot ask for. Leave out { replicateTo }, and copy with a tool of yours (rclone, a scheduled job).`,
    );
  const moves = rules.find((rule) => (rule.moves ?? []).length > 0);
  if (moves !== undefined)
    throw new InputError(
      `Bucket ${name} moves objects to a cheaper class (rule ${moves.id}), and IONOS has one class. Leave out { moves }, and let objects expire.`,
    );
}
