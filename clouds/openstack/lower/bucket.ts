import { InputError } from "../../../catalogue/index.ts";
import { type BucketOutputs, type BucketSpec, type Lower, type LowerContext, s3Bucket } from "../../contract/index.ts";
import type { ObjectStore } from "../site.ts";
import { siteOf } from "../sites.ts";

/**
 * A private container. Swift keeps versions through its own interface; Ceph, which others have in its place, through S3, so that its buckets are written
 * with the S3 client.
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack docs/resources/objectstorage_container_v1.md; docs.openstack.org/swift "Object Versioning";
 * docs.ceph.com "Ceph Object Gateway S3 API" and "Swift API"; seen 2026-11-28.
 */
export const bucket: Lower<"bucket"> = (spec, cx) => {
  const { store } = siteOf(cx.region);
  if (store === undefined)
    throw new InputError(`Bucket ${spec.name} has nowhere to stand in ${cx.region}. Choose a region that has buckets, or another cloud.`);
  if (store.by === "swift") return container(spec, store, cx);
  return s3Bucket(
    spec,
    {
      name: `Object storage in ${cx.region}`,
      endpoint: store.endpoint,
      region: store.region,
      encryptionRule: false,
      tags: false,
      lifecycle: store.lifecycle === true,
      locks: store.locks ?? [],
    },
    cx,
  );
};

function container(spec: BucketSpec, { endpoint, region }: ObjectStore, cx: LowerContext): BucketOutputs {
  refuse(spec);
  const made = cx.resource(
    "openstack_objectstorage_container_v1",
    "bucket",
    {
      name: spec.name,
      region: cx.region,
      versioning: spec.versioned,
      force_destroy: false,
      ...(Object.keys(spec.tags).length > 0 ? { metadata: spec.tags } : {}),
    },
    spec.protect ? { preventDestroy: true } : {},
  );
  return { name: made.ref("name"), endpoint, region };
}

/** What Swift does not do, each with what to do instead. */
function refuse({ name, encryption, lock, replicas, lifecycle }: BucketSpec): void {
  if (encryption.by === "own-key")
    throw new InputError(
      `Bucket ${name} wants a key of your own, which Swift does not keep. Leave out { key }, or encrypt the objects before they are sent.`,
    );
  if (lock !== undefined)
    throw new InputError(
      `Bucket ${name} is to be locked, and Swift lets whoever may write delete too. Leave out { lock }, or keep what must not be deleted at a cloud that locks.`,
    );
  if (replicas.length > 0)
    throw new InputError(
      `Bucket ${name} wants copies in ${replicas.map(({ region }) => region).join(" and ")}, which we make no container do. Leave out { replicateTo }, and copy with a tool of yours (rclone, a scheduled job).`,
    );
  if (lifecycle.length > 0)
    throw new InputError(
      `Bucket ${name} has lifecycle rules, and Swift deletes single objects at a time that their writer says (X-Delete-After). Leave out { lifecycle }, and say it with each object.`,
    );
}
