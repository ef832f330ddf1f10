import type { CloudFacts } from "../../clouds/contract/index.ts";
import type { FoundRegion } from "../approvals/regions.ts";
import type { Chain } from "../values/value.ts";

/** One place that a resource can be in, as far as anybody can tell. */
export type Spot =
  /** A region that the catalogue knows. */
  | (Found & { readonly is: "region"; readonly code: string; readonly region: FoundRegion; readonly facts: CloudFacts })
  /** A country, named as such. */
  | (Found & { readonly is: "country"; readonly code: string; readonly country: string })
  /** A code that the catalogue does not know at this operator. */
  | (Found & { readonly is: "stranger"; readonly code: string; readonly facts: CloudFacts })
  /** Every region of the operator, or an area of the world beyond the approved countries. */
  | (Found & { readonly is: "everywhere"; readonly code: string | null; readonly because: string })
  /** It cannot be known. */
  | (Found & { readonly is: "undecided"; readonly because: string; readonly fix: string });

interface Found {
  /** Attribute path in the subject. */
  readonly path: string;
  readonly chain: Chain;
  /** Address of the resource through which it was found. */
  readonly via?: string;
}

/** What is known of a subject's place. */
export type Located =
  | { readonly is: "somewhere"; readonly spots: readonly Spot[] }
  /** Nowhere in particular, accepted for this reason. */
  | { readonly is: "nowhere"; readonly because: string }
  /** Runs or fetches something. */
  | { readonly is: "opaque"; readonly because: string }
  /** The catalogue has no fact about it. */
  | { readonly is: "unclassified"; readonly because: string };
