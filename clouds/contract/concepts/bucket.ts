/** Object storage: private, encrypted. */
export interface BucketSpec {
  readonly name: string;
  /** Bucket names are shared by all customers of most operators. Present: the cloud adds what makes this one unique, from the account and this text. */
  readonly uniqueFor?: string;
  readonly versioned: boolean;
  /** `own-key` wants a key ring's key, where the operator takes one. */
  readonly encryption: { readonly by: "operator" } | { readonly by: "own-key"; readonly keyRingId: string; readonly keyId: string };
  /** Objects cannot be deleted before their time. `governance`: except by who holds a special right; `compliance`: by nobody. */
  readonly lock?: { readonly mode: "governance" | "compliance"; readonly days: number };
  readonly replicas: readonly BucketReplica[];
  readonly lifecycle: readonly BucketLifecycleRule[];
  readonly tags: Readonly<Record<string, string>>;
  /** The engine refuses to destroy it. */
  readonly protect: boolean;
}

/** A bucket elsewhere that every new object is copied to. */
export interface BucketReplica {
  /** Unique among the replicas. */
  readonly id: string;
  readonly bucketName: string;
  /** The other place's region code, as the operator's provider writes it. */
  readonly region: string;
}

/** What becomes of objects as they age. All times in days. */
export interface BucketLifecycleRule {
  readonly id: string;
  /** Only objects whose key starts so; absent: all. */
  readonly prefix?: string;
  /** Current versions are deleted after. */
  readonly expireAfter?: number;
  /** Versions that were replaced or deleted are removed for good after. */
  readonly expireOldVersionsAfter?: number;
  /** Uploads that were begun and never ended are removed after. */
  readonly abortUploadsAfter?: number;
  /** Moves to a cheaper class: `infrequent` is read at once, `archive` takes hours to come back. */
  readonly moves?: readonly { readonly after: number; readonly to: "infrequent" | "archive" }[];
}

/** What an identity may do with a bucket. Never more than its objects: no policy, no versioning, no lock. */
export interface BucketGrant {
  readonly bucketName: string;
  /** `append`: add objects, and neither read nor delete any. `write`: everything that one does with objects. */
  readonly access: "read" | "append" | "write";
  /** Only objects whose key starts so; absent: all. */
  readonly prefix?: string;
}

/** What a lowered bucket gives back. */
export interface BucketOutputs {
  readonly name: string;
  /** `https://…`, the S3 endpoint. */
  readonly endpoint: string;
  /** The S3 region, as clients sign with it. */
  readonly region: string;
}
