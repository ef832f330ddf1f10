import type { Sourced } from "../../catalogue/index.ts";
import type { FactReading } from "../../clouds/contract/index.ts";
import { placedBeside } from "../hearing/companions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { members } from "../values/sets.ts";
import { type Chain, isSensitive } from "../values/value.ts";

/** One thing that a fact can be, with what decided it. */
export type Shown =
  | {
      readonly is: "value";
      readonly value: Json;
      readonly path: string;
      /** As it stands there; null for silence, and for what is sensitive. */
      readonly text: string | null;
      readonly chain: Chain;
      /** Only the operator says so. */
      readonly claim?: Sourced & { readonly text: string };
    }
  | { readonly is: "unknown"; readonly cause: string; readonly path: string; readonly chain: Chain }
  /** No attribute and no claim says it. */
  | { readonly is: "nothing"; readonly because: string };

/** Everything that a fact can be. */
export function shownBy(hearing: Hearing, subject: Subject, how: FactReading): readonly Shown[] {
  switch (how.as) {
    case "nothing":
      return [{ is: "nothing", because: how.because }];
    case "claim":
      return [{ ...silent("", how.is), claim: { text: how.claim, source: how.source, seen: how.seen } }];
    case "companion":
      return [beside(hearing, subject, how)];
    case "any":
      return anyOf(how.of.map((one) => shownBy(hearing, subject, one)));
    case "count":
    case "distinct":
      return [counted(subject, how)];
    default: {
      const values = subject.read(how.path);
      if (values.length === 0) return [silent(how.path, whenAbsent(how))];
      return values.flatMap(({ path, value }) => stated(how, path, value));
    }
  }
}

type AtPath = Exclude<FactReading, { readonly as: "nothing" | "claim" | "companion" | "any" | "count" | "distinct" }>;
type Value = ReturnType<Subject["read"]>[number]["value"];

const silent = (path: string, value: Json) => ({ is: "value", value, path, text: null, chain: [] }) as const;

function whenAbsent(how: AtPath): Json {
  return how.as === "value" ? null : how.as === "present" ? false : (how.absent ?? null);
}

function stated(how: AtPath, path: string, value: Value): readonly Shown[] {
  const { chain } = value;
  const text = (json: Json): string | null => (isSensitive(value) || json === null || typeof json === "object" ? null : String(json));
  if (how.as === "switch" || how.as === "present")
    return candidates(value).map((one): Shown => {
      if (one.is === "absent") return { ...silent(path, whenAbsent(how)), chain };
      const shown = one.is === "text" && !one.sensitive ? one.text : null;
      // A block, or a reference to another resource, will be there whatever it turns out to be.
      if (how.as === "present" && (one.is === "text" || one.isObject || one.refs.length > 0))
        return { is: "value", value: true, path, text: shown, chain };
      if (one.is === "unknown") return { is: "unknown", cause: one.cause, path, chain };
      return { is: "value", value: how.as === "switch" && how.when.some((on) => String(on) === one.text), path, text: shown, chain };
    });
  const all = members(value)?.flatMap((json) => (how.as !== "value" && Array.isArray(json) ? (json as readonly Json[]) : [json]));
  if (all === undefined) return [{ is: "unknown", cause: value.kind === "unknown" ? value.cause : "", path, chain }];
  return all.map((json) => ({
    is: "value",
    value: json === null || json === "" ? whenAbsent(how) : inTerms(how, json),
    path,
    text: text(json),
    chain,
  }));
}

function inTerms(how: AtPath, json: Json): Json {
  switch (how.as) {
    case "days":
      return days(json, how.unit);
    case "version":
      return version(json);
    case "number":
      return number(json);
    case "positive": {
      const amount = number(json);
      return typeof amount === "number" ? amount > 0 : null;
    }
    default:
      return json;
  }
}

function counted(subject: Subject, how: Extract<FactReading, { as: "count" | "distinct" }>): Shown {
  const values = subject.read(how.path);
  const unknown = values.find(({ value }) => value.kind === "unknown");
  if (unknown !== undefined && (how.as === "count" || unknown.value.kind !== "unknown" || unknown.value.refs.length === 0))
    return { is: "unknown", cause: "how many there are is not known", path: how.path, chain: unknown.value.chain };
  if (how.as === "count")
    return silent(how.path, values.filter(({ value }) => candidates(value).some((one) => one.is !== "absent")).length);
  // What may be one of several counts for none: the fewest that it can be.
  const seen = new Set<string>();
  for (const { value } of values) {
    const texts = candidates(value).filter((one) => one.is !== "absent");
    const isList = value.kind === "known" && Array.isArray(value.value);
    for (const one of isList || texts.length === 1 ? texts : []) seen.add(one.is === "text" ? one.text : one.refs.join());
  }
  return silent(how.path, seen.size === 0 && values.length === 0 ? (how.absent ?? null) : seen.size);
}

function beside(hearing: Hearing, subject: Subject, { type, path }: Extract<FactReading, { as: "companion" }>): Shown {
  const found = placedBeside(hearing, subject, type, path);
  return found === "perhaps"
    ? { is: "unknown", cause: `whether an ${type} belongs to it is not known`, path: "", chain: [] }
    : silent("", found === "there");
}

/** One way that is certain decides; what none of them shows is not shown. */
function anyOf(ways: readonly (readonly Shown[])[]): readonly Shown[] {
  const certain = ways.find((way) => way.every((one) => one.is === "value" && one.value === true && one.claim === undefined));
  if (certain !== undefined) return certain;
  const all = ways.flat();
  const unknown = all.find((one) => one.is === "unknown");
  if (unknown !== undefined) return [unknown];
  const said = all.filter((one) => one.is === "value");
  return said.length > 0 ? said.filter((one) => one.value !== true || one.claim === undefined || said.length === 1) : all.slice(0, 1);
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };
const UNITS = { hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 } as const;

const SHORT: Readonly<Record<string, number>> = { s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1 };

/** `P30D`, `P6M`, `30d`, or a number; null when it is none. A month counts as 30 days: the shortest promise that the text can mean. */
function days(value: Json, unit: keyof typeof UNITS = "days"): Json {
  const plain = number(value);
  if (typeof plain === "number") return plain * UNITS[unit];
  const [, amount = "", letter = ""] =
    typeof value === "string" ? (/^P(\d+)([DWMY])$/.exec(value) ?? /^(\d+)([smhd])$/.exec(value) ?? []) : [];
  return amount === "" ? null : Number(amount) * (DAYS[letter] ?? SHORT[letter] ?? 0);
}

function number(value: Json): Json {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;
}

/** `TLSv1.2`, `TLS_1_2`, `1.2`: 1.2. `TLSv1` is 1. */
function version(value: Json): Json {
  const [, major = "", minor = "0"] = /(\d)(?:[._-](\d))?/.exec(String(value)) ?? [];
  return major === "" ? null : Number(`${major}.${minor}`);
}
