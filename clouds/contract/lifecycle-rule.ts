import type { BucketLifecycleRule } from "./concepts/index.ts";

/** What becomes of objects, as S3 itself names it: the attributes that providers take over one by one. Moves to another class are each operator's own. */
export function lifecycleRule<S extends string>(rule: BucketLifecycleRule, status: S) {
  return {
    id: rule.id,
    status,
    ...(rule.prefix === undefined ? {} : { filter: { prefix: rule.prefix } }),
    ...(rule.expireAfter === undefined ? {} : { expiration: { days: rule.expireAfter } }),
    ...(rule.expireOldVersionsAfter === undefined
      ? {}
      : { noncurrent_version_expiration: { noncurrent_days: rule.expireOldVersionsAfter } }),
    ...(rule.abortUploadsAfter === undefined
      ? {}
      : { abort_incomplete_multipart_upload: { days_after_initiation: rule.abortUploadsAfter } }),
  };
}
