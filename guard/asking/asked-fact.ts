import type { FactReading } from "../../clouds/contract/index.ts";
import type { RuleContext, SortContext } from "../hearing/rule-context.ts";
import { all, type Note, notApplicable, note, nothingToJudge, type Refusal, type Ruling } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { levelOf } from "./acceptance.ts";
import { type Shown, shownBy } from "./shown.ts";

/** What a rule asks of one fact. */
export interface AskedFact {
  readonly rule: string;
  /** Its name in the readings. */
  readonly fact: string;
  /** What it is, as an object of "does not show": `protection against deletion`, `how long it is kept`. */
  readonly what: string;
  /** Whether a value of it is good. */
  readonly good: (value: Json) => boolean;
  /** Follows the subject when it is not: `can be deleted at once`; a number of it is told. */
  readonly bad: string | ((value: Json) => string);
  /** What would be accepted: `true`, `at least 30 days`. Absent: the attribute and its value are said. */
  readonly want?: string;
  /** What answers it costs money, or cannot be taken back: a person decides, and no program changes it. @default false */
  readonly decided?: true;
  /** The least amount that is good, where one is: what a program may set. */
  readonly least?: number;
  /** How much has to be shown. @default "shown" */
  readonly accept?: string;
}

/** A rule concerns what states the fact, and what is of a concept that should. */
export const asks =
  (fact: string, concepts: readonly string[]) =>
  ({ reading }: SortContext): boolean =>
    reading !== undefined && (reading.facts?.[fact] !== undefined || (reading.concept !== undefined && concepts.includes(reading.concept)));

/** Proved, claimed, contradicted, or not shown: a type without an attribute for it never counts as inside. */
export function judgeFact(cx: RuleContext, asked: AskedFact): Ruling {
  return cx.reading === undefined ? nothingToJudge : judgeReading(cx, cx.reading.facts?.[asked.fact], asked);
}

/** The same for a fact that is read elsewhere; undefined: no attribute says it. */
export function judgeReading({ hearing, subject }: RuleContext, how: FactReading | undefined, asked: AskedFact): Ruling {
  const level = levelOf(asked.rule, asked.accept ?? "shown");
  if (how === undefined) return notShown(asked, "no attribute of the provider says it", level);
  if (how.where !== undefined && !isMeant(subject, how.where)) return nothingToJudge;
  return all(shownBy(hearing, subject, how).flatMap((shown) => ruling(shown, how, asked, level)));
}

/** Whether the fact is stated by this resource; one that does not say for certain states it. */
function isMeant(subject: Subject, { attribute, is }: NonNullable<FactReading["where"]>): boolean {
  return subject.read(attribute).some(({ value }) => candidates(value).some((one) => one.is !== "text" || is.includes(one.text)));
}

function ruling(shown: Shown, how: FactReading, asked: AskedFact, level: 0 | 1 | 2): readonly (Refusal | Note)[] {
  const { what, good, bad } = asked;
  if (shown.is === "nothing") return [notShown(asked, shown.because, level)];
  const remedy = remedyFor(how, asked, shown);
  if (shown.is === "unknown") {
    const { path, cause, chain } = shown;
    return [{ verdict: "undecided", because: `does not show ${what}: ${cause}`, ...remedy, path, chain }];
  }
  const { value, path, text, chain, claim } = shown;
  if (claim !== undefined && good(value)) {
    if (level === 2) return [notShown(asked, `only the operator claims it: ${claim.text}`, level)];
    const { source, seen } = claim;
    const said = `${what} is the operator's own claim, not an attribute's: ${claim.text} (${source}, read ${seen})`;
    return [note(said, { shows: "claim", claim: { source, seen } })];
  }
  if (good(value)) return [];
  const at = { ...remedy, path, chain, ...(text !== null && { value: text }) };
  if (value === null)
    return [
      {
        verdict: "undecided",
        because: `does not show ${what}: ${path === "" ? "nothing says it" : `${path} is ${text === null ? "not set" : "nothing that can be read"}`}`,
        ...at,
      },
    ];
  const reason = path === "" ? "" : text === null ? `: ${path} is not set` : `: ${path} is ${text}`;
  return [{ because: `${typeof bad === "string" ? bad : bad(value)}${reason}`, ...at }];
}

function notShown({ what }: AskedFact, because: string, level: 0 | 1 | 2): Refusal | Note {
  const said = `${what} is not shown: ${because}`;
  if (level === 0) return notApplicable(said, { shows: "nothing" });
  return {
    verdict: "undecided",
    because: said,
    want: level === 2 ? "an attribute that proves it" : "an attribute that proves it, or a claim of the operator",
    fix: "use a resource that can say it, or waive this one by its address",
  };
}

function remedyFor(how: FactReading, asked: AskedFact, shown: Shown): Pick<Refusal, "want" | "fix" | "edit"> {
  const { want, good } = asked;
  const { remedy } = how;
  const path = shown.is === "value" ? shown.path : "";
  switch (how.as) {
    case "switch": {
      const listed = how.when.map((one) => JSON.stringify(one)).join(" or ");
      // A fact that is good when it is so asks for one of the values; one that is bad for anything else, which is known for a switch only.
      const wanted = good(true) ? how.when[0] : how.when.includes(true) ? false : undefined;
      return {
        want: want ?? `${how.path} = ${good(true) ? listed : `anything but ${listed}`}`,
        fix: remedy ?? (wanted === undefined ? `take ${how.path} out` : `set ${path || how.path} to ${JSON.stringify(wanted)}`),
        ...(isMechanical(how, asked, wanted) && path !== "" && { edit: { path, value: wanted } }),
      };
    }
    case "companion":
      return { want: want ?? `an ${how.type} beside it`, fix: remedy ?? `add an ${how.type} whose ${how.path} refers to this resource` };
    case "any": {
      const [first] = how.of;
      // Which of several ways to take is nothing that a program decides.
      const { want: _own, ...open } = asked;
      const { edit: _undecided, ...inner } = first === undefined ? { fix: "say it" } : remedyFor(first, open, shown);
      return { ...inner, want: want ?? inner.want ?? "", ...(remedy !== undefined && { fix: remedy }) };
    }
    case "claim":
    case "nothing":
      return { want: want ?? "", fix: remedy ?? "use a resource that can say it, or waive this one by its address" };
    default: {
      const value = leastOf(how, asked, shown);
      return {
        want: want ?? `${how.path} written`,
        fix: remedy ?? `write ${how.path}${want === undefined ? "" : `: ${want}`}`,
        ...(value !== undefined && path !== "" && { edit: { path, value } }),
      };
    }
  }
}

/** A word that has alternatives, and what has a remedy of its own, which says what else belongs to it, are no matter of one attribute. */
const isMechanical = (
  { when, remedy }: Extract<FactReading, { as: "switch" }>,
  { decided }: AskedFact,
  wanted: string | boolean | number | undefined,
): wanted is string | boolean | number =>
  decided !== true && remedy === undefined && (typeof wanted === "boolean" || (wanted !== undefined && when.length === 1));

const IN_A = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 } as const;

/** The least amount as the attribute writes it; undefined where silence does not tell in which form that is. */
function leastOf(how: FactReading, { least }: AskedFact, shown: Shown): Json | undefined {
  if (least === undefined || shown.is !== "value") return undefined;
  if (how.as === "number") return Math.ceil(least);
  if (how.as !== "days") return undefined;
  if (shown.text !== null && /^P\d+[DWMY]$/.test(shown.text)) return `P${Math.ceil(least)}D`;
  if (shown.text !== null && !/^\d+(?:\.\d+)?$/.test(shown.text)) return undefined;
  return shown.text === null && how.unit === undefined ? undefined : Math.ceil(least / IN_A[how.unit ?? "days"]);
}
