import type { IsoDate, Sourced } from "../../catalogue/index.ts";
import type { Countries } from "../approvals/approvals.ts";
import type { ProfileStatus } from "../report/assessment.ts";
import type { Rule } from "../rule/rule.ts";
import { isRecord } from "../written/shape.ts";
import type { Bound } from "./bounds.ts";

/** Parameters that a control asks of a rule, by name. */
export type Demands = Readonly<Record<string, Bound>>;

/** One thing that a framework asks for, under its own number, and what shows it: at least one of `rules`, `certificate`, `documents` and `never`. */
export interface Control {
  /** `SecNumCloud:19.2.b`: the framework, then its own numbering. */
  readonly id: string;
  /** What it asks for, in our words. */
  readonly asks: string;
  /** Rules that show it, with the parameters that it asks for. All have to pass. */
  readonly rules?: Readonly<Record<string, Demands>>;
  /** What the rules find rests on what the catalogue says of companies, so that it is claimed and never proved. @default false */
  readonly claimed?: boolean;
  /** Name of the certificate that each service must have in its region, `secnumcloud-3.2`. */
  readonly certificate?: string;
  /** What somebody must have beside the code, because no code shows it. */
  readonly documents?: readonly string[];
  /** Why code says nothing at all about it. */
  readonly never?: string;
  /** What it counts for, where the framework weighs. */
  readonly weight?: number;
  /** The most that can be reached while it is contradicted, in the framework's own words. */
  readonly ceiling?: string;
}

/** What of a policy a profile narrows. */
export interface Narrowing {
  /** Where resources may be; absent: wherever the policy says. */
  readonly countries?: Countries;
  /** Where operators must have their seat and their ultimate control, and which of them; absent: whatever the policy says. */
  readonly operators?: OperatorNarrowing;
  /** Nothing but these, `ovh:GRA11`; absent: wherever the policy says. */
  readonly places?: readonly string[];
}

/** Which operators a profile allows. */
export interface OperatorNarrowing {
  readonly seat?: Countries;
  readonly control?: Countries;
  /** Nobody but these. */
  readonly only?: readonly string[];
  /** Never these. */
  readonly never?: readonly string[];
}

/** What one framework, or one company, asks of an infrastructure: rules with parameters, geography, and what no code shows. */
export interface Profile extends Narrowing, Sourced {
  /** `secnumcloud`, or `acme/treasury`. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Day of the version; where only its month is known, the last of the month. */
  readonly date: IsoDate;
  readonly status: ProfileStatus;
  /** Who alone can say that it is met. */
  readonly decidedBy: string;
  /** What a reader has to know before the table, one sentence or two. */
  readonly note?: string;
  readonly controls: readonly Control[];
  /** The company's own rules; a framework has none. */
  readonly rules: readonly Rule[];
  /** Ids of the profiles that it extends. */
  readonly extends: readonly string[];
}

/** Ids of the rules that a profile demands, each once. */
export const rulesOf = (profile: Profile): readonly string[] => [
  ...new Set(profile.controls.flatMap(({ rules }) => Object.keys(rules ?? {}))),
];

export function isProfile(value: unknown): value is Profile {
  return isRecord(value) && typeof value["id"] === "string" && Array.isArray(value["controls"]) && Array.isArray(value["rules"]);
}
