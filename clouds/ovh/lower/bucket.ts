import { InputError } from "../../../catalogue/index.ts";
import { type BucketLifecycleRule, type BucketSpec, type Lower, lifecycleRule } from "../../contract/index.ts";
import { objectStorage, storeOf } from "./object-storage.ts";
import { projectOf } from "./project.ts";

/**
 * A private bucket: OVHcloud's are private unless an object's access list or a policy opens them, and this resource has neither. The list of
 * its objects stays out of the state.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_storage.md, cloud_project_storage_object_bucket_lifecycle_configuration.md,
 * enumerations in ovh/resource_cloud_project_storage_gen.go; seen 2026-11-23.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  if (spec.encryption.by === "own-key")
    throw new InputError(
      `Bucket ${spec.name} wants a key of your own, which OVHcloud's buckets do not take: they are encrypted with the operator's key. ` +
        `Leave out { key }, or encrypt the objects before they are sent.`,
    );
  const project = projectOf(cx);
  const at = { service_name: project, region_name: storeOf(cx.region, `Bucket ${spec.name}`) };
  const suffix = spec.uniqueFor === undefined ? "" : `-${cx.digest(`${project}/${spec.uniqueFor}`, 8)}`;
  const made = cx.resource(
    "ovh_cloud_project_storage",
    "bucket",
    {
      ...at,
      name: `${spec.name}${suffix}`,
      encryption: { sse_algorithm: "AES256" },
      versioning: { status: spec.versioned ? "enabled" : "disabled" },
      hide_objects: true,
      ...(spec.lock === undefined
        ? {}
        : { object_lock: { status: "enabled", rule: { mode: spec.lock.mode, period: `P${spec.lock.days}D` } } }),
      ...(spec.replicas.length > 0
        ? { replication: { rules: spec.replicas.map((replica, index) => replication(spec, at.region_name, replica, index)) } }
        : {}),
      ...(Object.keys(spec.tags).length > 0 ? { tags: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  if (spec.lifecycle.length > 0)
    cx.resource("ovh_cloud_project_storage_object_bucket_lifecycle_configuration", "lifecycle", {
      ...at,
      container_name: made.ref("name"),
      rules: spec.lifecycle.map(lifecycle),
    });
  return { name: made.ref("name"), endpoint: objectStorage(cx.region)?.endpoint ?? "", region: objectStorage(cx.region)?.region ?? "" };
};

/** Deletions are not copied: what was deleted here by mistake or malice is still there. */
function replication(spec: BucketSpec, own: string, { id, bucketName, region }: BucketSpec["replicas"][number], index: number) {
  const store = storeOf(region, `The replica of bucket ${spec.name}`);
  if (store === own)
    throw new InputError(
      `Bucket ${spec.name} would be copied to ${region}, which shares the object storage of ${own} with it: a copy protects when it is elsewhere. Choose a region of another location.`,
    );
  return {
    id,
    status: "enabled",
    priority: index + 1,
    delete_marker_replication: "disabled",
    destination: { name: bucketName, region: store, remove_on_main_bucket_deletion: false },
  };
}

const CLASSES = { infrequent: "STANDARD_IA", archive: "DEEP_ARCHIVE" } as const;

const lifecycle = (rule: BucketLifecycleRule) => ({
  ...lifecycleRule(rule, "enabled"),
  ...(rule.moves === undefined ? {} : { transitions: rule.moves.map(({ after, to }) => ({ days: after, storage_class: CLASSES[to] })) }),
});
