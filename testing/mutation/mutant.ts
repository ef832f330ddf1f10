import type { CloudFacts } from "../../clouds/contract/index.ts";
import type { Json, Policy } from "../../guard/index.ts";

/** What a mutator changes, as the kit prints it. */
export type MutationKind =
  | "moves-region"
  | "moves-endpoint"
  | "drops-encryption"
  | "opens-ingress"
  | "makes-public"
  | "makes-unknown"
  | "clears-state";

/** Arguments of a resource or of a provider block. */
export type Body = { readonly [attribute: string]: Json };

/** One resource of a document or of a plan, before it is changed. */
export interface Target {
  /** As Terraform addresses it, `ovh_cloud_project_kube.main`. */
  readonly address: string;
  /** Its resource type, `ovh_cloud_project_kube`. */
  readonly type: string;
  /** Its arguments, as they are written. */
  readonly body: Body;
  /** The facts of its cloud; absent: no cloud of ours. */
  readonly facts?: CloudFacts;
  /** Under what is judged. */
  readonly policy: Policy;
}

/** One change of one resource that makes it worse. */
export interface Edit {
  /** `moves-region`, or a name of your own. */
  readonly kind: MutationKind | (string & {});
  /** What is changed, for people: `region: GRA11 → BHS5`. */
  readonly what: string;
  /** The whole body afterwards; null takes the resource out. */
  readonly body: Body | null;
  /** Path of the value that nobody can know beforehand, in the words of the body: `["rules", 0, "cidr"]`. */
  readonly unknown?: readonly (string | number)[];
}

/** Changes that make a resource worse; each gives one mutant. */
export type Mutator = (target: Target) => Iterable<Edit>;

/** A document in which one thing was made worse. */
export interface Mutant {
  /** Of which edit: `moves-region`, or a name of your own. */
  readonly kind: string;
  /** The resource that was made worse, as Terraform addresses it. */
  readonly address: string;
  /** What was changed, for people: `region: GRA11 → BHS5`. */
  readonly what: string;
  /** The whole document afterwards. */
  readonly document: Body;
}
