import type { IsoDate, Sourced } from "../../catalogue/index.ts";
import type { SourceLine, ViewName } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import type { Chain } from "../values/value.ts";
import type { Assessment } from "./assessment.ts";

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
  /** What would be accepted; empty where the message says it all. */
  readonly want: string;
  /** What to do: the prop or attribute to change, and to what. */
  readonly remedy: string;
  /** Line of the user's program, where the view knows it. */
  readonly source: SourceLine | null;
  /** Path of the construct that made the subject, where the view knows it. */
  readonly constructPath: string | null;
  /** File or folder in which it was found. */
  readonly origin: string;
  /** What an acceptance rests on, where that is no attribute: `claim`, somebody's word; `nothing`, nobody says anything. */
  readonly shows?: "claim" | "nothing";
  /** Where the claim stands, and when it was read. */
  readonly claim?: Sourced;
  /** The change by which the remedy is done, where a program can do it. */
  readonly edit?: { readonly path: string; readonly value: Json };
  /** The exception under which a refusal is accepted, only with verdict `waived`. */
  readonly waiver?: WaivedBy;
}

/** The waiver under which a refusal is accepted, as the report shows it. */
export interface WaivedBy {
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly until: IsoDate;
}

/** Where a resource is, as far as it is known: null for what is not. */
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
  readonly origin: string;
}

/** Subjects by verdict. */
export interface Summary {
  readonly inside: number;
  readonly outside: number;
  readonly undecided: number;
  readonly waived: number;
  readonly notApplicable: number;
}

/** What `terroir check --json` prints. */
export interface Report {
  readonly verdict: "inside" | "refused";
  readonly summary: Summary;
  /** Every subject, by address: resources, data sources, provider blocks, backends, modules, what runs. */
  readonly resources: readonly JudgedResource[];
  /** What is refused, what is waived, and what is accepted for a reason that a reader should see (`inside` and `not-applicable` with a message). */
  readonly findings: readonly Finding[];
  readonly views: readonly { readonly view: ViewName; readonly origin: string; readonly unseen: readonly string[] }[];
  /** Name of the policy. */
  readonly policy: string;
  /** The day as of which facts and waivers were judged. */
  readonly asOf: IsoDate;
  /** Ids of the rules that ran. */
  readonly rules: readonly string[];
  /** Ids of the rules that did not: the policy does not ask for them, or whoever checked named others. */
  readonly notApplied: readonly string[];
  /** How many subjects each rule accepted, by its id; those without one are left out. */
  readonly accepted: Readonly<Record<string, number>>;
  /** What each profile comes to, in the policy's order. */
  readonly profiles: readonly Assessment[];
}
