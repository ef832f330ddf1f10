import type { Json } from "./json.ts";

/** One step on the way by which a value came: `region ← var.region ← default`. Printed in findings. */
export interface Link {
  /** What was read: `ovh_cloud_project_kube.k.region`, `var.region`, `default`. */
  readonly at: string;
  /** The text found there, shortened and redacted. */
  readonly text?: string;
  /** The value passed through something marked sensitive: whoever prints the value hides it. */
  readonly sensitive?: true;
}

/** The way from the attribute (first) to where the value was decided (last). */
export type Chain = readonly Link[];

/** A value in a configuration is not a string: it is the set of things that it can be. */
export type Value =
  | { readonly kind: "known"; readonly value: Json; readonly chain: Chain }
  /** Two to 64 different things. A `null` among them means that the attribute may also be absent. */
  | { readonly kind: "oneOf"; readonly values: readonly Json[]; readonly chain: Chain }
  /** The attribute is not there, or null. What that means is the placement's to say. */
  | { readonly kind: "absent"; readonly chain: Chain }
  /**
   * It cannot be followed. `refs`: addresses of the resources that it points at, for placements by parent. They are given only when the value is
   * made of nothing else than attributes of those resources: a reference mixed with text, or with another possible value, has none.
   */
  | {
      readonly kind: "unknown";
      readonly cause: string;
      readonly refs: readonly string[];
      readonly chain: Chain;
      /** It is one of several things, of which the cause tells of the first that is not known. */
      readonly mixed?: true;
      /** Only ids of resources are written there: whichever it is, it is no silence. */
      readonly isId?: true;
      /** A block stands there, of which parts are not known. */
      readonly isObject?: true;
    };

/** More members than this and a set says nothing that a person could check: it becomes unknown. */
export const MOST = 64;

/** Whether the value passed through something marked sensitive. */
export function isSensitive(value: { readonly chain: Chain }): boolean {
  return value.chain.some((link) => link.sensitive === true);
}
