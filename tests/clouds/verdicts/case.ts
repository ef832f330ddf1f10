import type { Json, PolicyInput, Verdict } from "../../../guard/index.ts";

type Blocks = { readonly [type: string]: { readonly [name: string]: { readonly [attribute: string]: Json } } };

/** A small configuration of one cloud, and what rules say of it. */
export interface Case {
  readonly name: string;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  /** The provider block. */
  readonly provider?: { readonly [attribute: string]: Json };
  readonly policy?: PolicyInput;
  /** What residency/region says. */
  readonly region?: Verdict;
  /** What the rules on whatever leaves say: replicas, backups, copies, logs, caches, peers. */
  readonly replica?: Verdict;
  /** What encryption/at-rest says. */
  readonly encryption?: Verdict;
  /** What isolation/public-address and isolation/public-data say. */
  readonly address?: Verdict;
  /** What isolation/ingress and isolation/public-data say. */
  readonly ingress?: Verdict;
  /** What execution/opaque says. */
  readonly opaque?: Verdict;
  /** What jurisdiction/endpoint says. */
  readonly endpoint?: Verdict;
  /** What jurisdiction/operator says. */
  readonly operator?: Verdict;
  /** What further rules say, by their ids. */
  readonly promises?: Readonly<Record<string, Verdict>>;
}
