import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileFunction } from "../../../guard/values/functions/files.ts";
import { isFollowed } from "../../../guard/values/functions/index.ts";
import { UNFOLLOWED } from "../../../guard/values/functions/unfollowed.ts";
import { ask, engines, functionsOf } from "./engines.ts";
import { evaluated } from "./evaluating.ts";

const isKnown = (name: string): boolean => isFollowed(name) || fileFunction(name) !== undefined;

describe.each(engines)("the functions of %s", (engine) => {
  const all = functionsOf(engine);
  it("are followed, or it is said why they are not", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((name) => !isKnown(name) && !Object.hasOwn(UNFOLLOWED, name))).toEqual([]);
  });
});

it("says of nothing that is followed that it is not", () => {
  expect(Object.keys(UNFOLLOWED).filter(isKnown)).toEqual([]);
});

const quoted = (text: string): string => JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
const word = fc
  .array(fc.constantFrom("a", "b", "/", ".", "..", " ", "\n", "-", "%", "é", "1", "~", "&", "+", "\\", ":"), { maxLength: 8 })
  .map((parts) => quoted(parts.join("")));
const whole = fc.integer({ min: -6, max: 12 }).map(String);
const list = fc.array(word, { maxLength: 4 }).map((all) => `[${all.join(", ")}]`);
const verb = fc
  .tuple(
    fc.constantFrom("", "-", "0", "[1]", "[2]"),
    fc.constantFrom("", "", "3", "12"),
    fc.constantFrom("s", "d", "v", "x", "q", "t", "f", "%"),
  )
  .map((parts) => `%${parts.join("")}`);
const call = (name: string, ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...args).map((given) => `${name}(${given.join(", ")})`);

/** Calls that may fail: what the engine refuses we must not compute. */
const calls = fc.oneof(
  call("indent", whole, word),
  call("basename", word),
  call("dirname", word),
  call("substr", word, whole, whole),
  call("range", whole),
  call("range", whole, whole),
  call("range", whole, whole, whole),
  call("split", fc.constantFrom('""', '"/"', '"a"'), word),
  call("urlencode", word),
  call(
    "parseint",
    fc.constantFrom('"12"', '"-7"', '"zz"', '"+1"', '"1.5"', '""', '"1_0"'),
    fc.constantFrom("2", "8", "10", "16", "36", "62"),
  ),
  call(
    "sum",
    fc.array(whole, { maxLength: 4 }).map((all) => `[${all.join(", ")}]`),
  ),
  call(
    "transpose",
    fc.tuple(list, list).map(([a, b]) => `{ b = ${a}, a = ${b} }`),
  ),
  call(
    "format",
    fc.array(fc.oneof(verb, fc.constantFrom("a", " ")), { maxLength: 3 }).map((parts) => `"${parts.join("")}"`),
    fc.oneof(word, whole, fc.constant("true")),
  ),
  call(
    "format",
    fc.array(verb, { minLength: 2, maxLength: 2 }).map((parts) => `"${parts.join("")}"`),
    fc.oneof(word, whole),
    whole,
  ),
  call("title", word),
  call("chomp", word),
  call("trimspace", word),
  call("replace", word, fc.constantFrom('"a"', '"/a+/"', '"/[ab]/"'), word),
  call("chunklist", list, whole),
  call("compact", list),
  call("distinct", list),
  call("uuidv5", fc.constantFrom('"dns"', '"url"', '"x"', '"oid"', '"x500"'), word),
  call("textencodebase64", word, fc.constantFrom('"UTF-8"', '"UTF-16LE"', '"ISO-8859-1"')),
  call("jsondecode", word),
);
const MANY = Number(process.env["TERROIR_CALLS"] ?? 600);
const made = [...new Set(fc.sample(calls, { numRuns: MANY, seed: 11 }))];

describe.each(engines)("calls that are generated, with %s", (engine) => {
  it("are what they are there, or not known", () => {
    const answers = ask(
      engine,
      made.map((one) => `try({ is = ${one} }, { fails = true })`),
    );
    const wrong = made.flatMap((one, index) => {
      const ours = evaluated(`\${${one}}`);
      const theirs = answers[index] as { readonly is?: unknown };
      if (ours.kind === "unknown") return [];
      const is = ours.kind === "known" ? ours.value : null;
      return "is" in theirs && JSON.stringify(theirs.is) === JSON.stringify(is) ? [] : [{ one, ours: is, theirs }];
    });
    expect(wrong).toEqual([]);
    // A test in which nothing is computed would hold as well.
    expect(made.filter((one) => evaluated(`\${${one}}`).kind !== "unknown").length).toBeGreaterThan(made.length / 2);
  });
});
