import type { BucketGrant } from "./bucket.ts";

/** Who may act: a machine, or people, whose names come from the company's own directory. */
export interface IdentitySpec {
  readonly name: string;
  readonly description: string;
  /** `machine`: a service account with a key of its own. `people`: a group; nobody is in it until the directory says so. */
  readonly kind: IdentityKind;
  /** What its accesses ask it to carry (`AccessOutputs.carried`). Complete only when everything has been declared: read it inside `later`, nowhere else. */
  carries?(): readonly string[];
}

export type IdentityKind = "machine" | "people";

/** What a lowered identity gives back. */
export interface IdentityOutputs {
  /** The identity as the cloud's policies name it. */
  readonly principal: string;
  /** What a machine signs in with. References, the second one sensitive; absent for people. */
  readonly credentials?: Credentials;
}

/** A name and a secret. Both are references that the engine resolves; the secret is in the state, which is why the state is encrypted. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/**
 * One thing that an identity may do. Neutral only as far as clouds agree; whatever is finer is written with the cloud's own resources.
 * Ids are what the construct's outputs call them.
 */
export type Statement =
  | ({ readonly concept: "bucket" } & BucketGrant)
  /** The project, tenant or account as a whole. `read`: see that things exist and how they are set. `operate`: change what runs. `administer`: everything but identities. */
  | { readonly concept: "account"; readonly access: "read" | "operate" | "administer" }
  | { readonly concept: "auditLog"; readonly auditLogId: string; readonly service: string; readonly access: "read" }
  | { readonly concept: "cluster"; readonly clusterId: string; readonly access: "read" | "administer" }
  | { readonly concept: "database"; readonly databaseId: string; readonly engine: string; readonly access: "connect" }
  | { readonly concept: "keyRing"; readonly keyRingId: string; readonly keyId: string; readonly access: "encrypt" | "decrypt" }
  | { readonly concept: "registry"; readonly registryId: string; readonly access: "pull" | "push" }
  /** `secret`: one by name; absent: every secret of the store, those added later too. */
  | { readonly concept: "secretStore"; readonly secretStoreId: string; readonly secret?: string; readonly access: "read" | "write" };

/** What one identity may do with one thing; with all buckets together, since object stores know one document per identity. */
export interface AccessSpec {
  /** Unique among the accesses of the place. */
  readonly name: string;
  readonly identity: IdentitySpec & IdentityOutputs;
  readonly concept: Statement["concept"];
  /** What was granted first; its ids are those of all. */
  readonly first: Statement;
  /** All that was granted. Complete only when everything has been declared: read it inside `later`, nowhere else. */
  statements(): readonly Statement[];
}

/** What a lowered access gives back. */
export interface AccessOutputs {
  /** Where the thing knows its users by a name and a password of their own (a database, a registry, an object store). */
  readonly credentials?: Credentials;
  /** What the identity has to carry for it, where a cloud hangs rights on identities: the id of a policy. */
  readonly carried?: string;
}
