import type { IsoDate, Sourced } from "../../catalogue/index.ts";

/** What a framework is: whether anybody has to follow it, and who says that somebody does. */
export type ProfileStatus = "law" | "certification" | "label" | "framework" | "proposal" | "company";

/**
 * What became of one control. `proved`: attributes show it. `claimed`: it rests on what an operator or somebody else says, with source and date.
 * `contradicted`: something here speaks against it, waived or not. `needs-document`: what code can show of it may be shown, and the rest is in a
 * document. `not-shown`: nothing here says anything about it, or too little.
 */
export type ControlStatus = "proved" | "claimed" | "contradicted" | "needs-document" | "not-shown";

/** A claim that a control rests on. */
export interface Evidence extends Sourced {
  readonly says: string;
}

/** A control, and what became of it. */
export interface AssessedControl {
  readonly id: string;
  readonly asks: string;
  readonly status: ControlStatus;
  /** What code alone shows of it; null where code says nothing at all. */
  readonly code: Exclude<ControlStatus, "needs-document"> | null;
  /** One sentence: why. */
  readonly because: string;
  /** Rules that were asked. */
  readonly rules: readonly string[];
  /** Where it is contradicted or not shown, the first of them. */
  readonly addresses: readonly string[];
  /** What somebody must have beside the code. */
  readonly documents: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What one thing that a control rests on comes to. */
export interface Part {
  readonly shown: NonNullable<AssessedControl["code"]>;
  readonly because: string;
  readonly addresses: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** The rule, where there is nothing that it concerns: what else the control rests on decides. */
  readonly empty?: string;
}

/** What weighing frameworks add. A score from code is partial. */
export interface Score {
  /** Weight of the controls that code could assess. */
  readonly assessed: number;
  readonly of: number;
  /** The lowest ceiling among contradicted controls; null: nothing here sets one, which is no level reached. */
  readonly ceiling: { readonly level: string; readonly control: string } | null;
}

/** What a profile comes to for one infrastructure. It says what was looked at, and never that anybody complies. */
export interface Assessment extends Sourced {
  readonly profile: string;
  readonly title: string;
  readonly version: string;
  readonly date: IsoDate;
  readonly status: ProfileStatus;
  readonly decidedBy: string;
  readonly controls: readonly AssessedControl[];
  readonly summary: Readonly<Record<ControlStatus, number>>;
  /** Controls of which code shows or contradicts something. */
  readonly assessed: number;
  readonly of: number;
  readonly score?: Score;
  /** The sentence to read alone. */
  readonly statement: string;
}
