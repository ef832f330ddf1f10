import type { Construct } from "constructs";
import { Bucket, type BucketProps } from "../../constructs/index.ts";
import { moving } from "../../constructs/moving.ts";

/** A bucket that keeps states: an environment that leaves begins with states of its own. */
export function stateBucket(scope: Construct, id: string, props: BucketProps): Bucket {
  const bucket = new Bucket(scope, id, props);
  moving()?.keepsStates(bucket.node.path);
  return bucket;
}
