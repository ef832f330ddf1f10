import type { SourceLine, ViewName } from "./infrastructure.ts";
import type { Chain } from "./values/value.ts";

export type Verdict = "inside" | "outside" | "undecided" | "waived" | "not-applicable";

/** One rule's verdict on one subject, with the chain that led to it and the remedy. */
export interface Finding {
  readonly rule: string;
  readonly address: string;
  /** Attribute path, empty when the subject as a whole is meant. */
  readonly path: string;
  readonly verdict: Verdict;
  /** The value that decided, shortened; secrets never. */
  readonly value: string | null;
  readonly chain: Chain;
  /** One sentence: what, and why. */
  readonly message: string;
  /** What to do: the prop or attribute to change, and to what. */
  readonly remedy: string;
  /** Line of the user's program, where the view knows it. */
  readonly source: SourceLine | null;
}

export interface JudgedPlace {
  readonly operator: string;
  readonly region: string | null;
  readonly country: string | null;
}

/** A subject and what became of it. Undecided is refused like outside: the guard denies by default. */
export interface JudgedResource {
  readonly address: string;
  readonly type: string;
  readonly provider: string | null;
  readonly place: JudgedPlace | null;
  readonly verdict: Verdict;
}

/** What `terroir check --json` prints. */
export interface Report {
  readonly verdict: "inside" | "refused";
  readonly summary: { readonly inside: number; readonly outside: number; readonly undecided: number; readonly waived: number; readonly notApplicable: number };
  readonly resources: readonly JudgedResource[];
  readonly findings: readonly Finding[];
  readonly views: readonly { readonly view: ViewName; readonly origin: string; readonly unseen: readonly string[] }[];
}
