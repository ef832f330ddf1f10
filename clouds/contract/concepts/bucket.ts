/** Object storage. */
export interface BucketSpec {
  readonly name: string;
  readonly versioned: boolean;
  /** `own-key` wants a key ring's key, where the operator takes one. */
  readonly encryption: { readonly by: "operator" } | { readonly by: "own-key"; readonly keyId: string };
  /** Objects cannot be deleted before their time. */
  readonly lock?: { readonly mode: "governance" | "compliance"; readonly days: number };
  readonly replicas: readonly BucketReplica[];
}

export interface BucketReplica {
  readonly bucketName: string;
  /** The other place's region code, in the spelling of the bucket product. */
  readonly region: string;
}

export interface BucketOutputs {
  readonly name: string;
  /** `https://…`, the S3 endpoint. */
  readonly endpoint: string;
  readonly region: string;
}
