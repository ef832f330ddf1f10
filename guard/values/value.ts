import type { Json } from "./json.ts";

/** One step on the way by which a value came: `region ← var.region ← default`. Printed in findings. */
export interface Link {
  /** What was read: `ovh_cloud_project_kube.k.region`, `var.region`, `default`. */
  readonly at: string;
  /** The text found there, shortened and redacted. */
  readonly text?: string;
}

/** The way from the attribute (first) to where the value was decided (last). */
export type Chain = readonly Link[];

/** A value in a configuration is not a string: it is the set of things that it can be. */
export type Value =
  | { readonly kind: "known"; readonly value: Json; readonly chain: Chain }
  | { readonly kind: "oneOf"; readonly values: readonly Json[]; readonly chain: Chain }
  /** The attribute is not there, or null. What that means is the placement's to say. */
  | { readonly kind: "absent"; readonly chain: Chain }
  /** It cannot be followed. `refs`: addresses of the resources that it points at, for placements by parent. */
  | { readonly kind: "unknown"; readonly cause: string; readonly refs: readonly string[]; readonly chain: Chain };
