import type { GraphBackend } from "../graph/index.ts";
import type { Bucket } from "./s3.ts";

/** The bucket that a backend names; null where it is no S3 store, or leaves to the environment which. */
export function bucketOf({ type, at }: Pick<GraphBackend, "type" | "at">): (Bucket & { readonly key: string }) | null {
  const { bucket, key, endpoint, region = "us-east-1" } = at;
  if (type !== "s3" || bucket === undefined || key === undefined || endpoint === undefined) return null;
  return { bucket, key, endpoint, region };
}
