import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { decide, join, known, map, members, oneOf, refines, unknown } from "../../../guard/values/sets.ts";
import { choiceOf, knownTerm, type Term, unknownTerm } from "../../../guard/values/term.ts";
import { MOST, type Value } from "../../../guard/values/value.ts";
import { evaluated } from "./evaluating.ts";

const thing: fc.Arbitrary<Json> = fc.constantFrom<Json>("GRA11", "SBG5", "US-EAST-VA-1", "", null, 1, true);
const value: fc.Arbitrary<Value> = fc.oneof(
  thing.map((one) => known(one)),
  fc.array(thing, { minLength: 1, maxLength: 5 }).map((some) => oneOf(some)),
  fc.constant(unknown("nobody knows")),
);
const approved = fc.func(fc.boolean()).map((accepts) => (one: Json) => accepts(JSON.stringify(one)));

describe("values", () => {
  it("decide the same or more when more is known", () => {
    fc.assert(
      fc.property(value, value, approved, (a, b, accepts) => {
        const wide = join(a, b);
        for (const sharp of [a, b]) {
          expect(refines(sharp, wide)).toBe(true);
          const before = decide(wide, accepts);
          if (before !== "undecided") expect(decide(sharp, accepts)).toBe(before);
        }
      }),
    );
  });
  it("join in any order, and with themselves", () => {
    const set = (one: Value) => (members(one) === undefined ? "unknown" : new Set(members(one)?.map((m) => JSON.stringify(m))));
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(set(join(a, b))).toEqual(set(join(b, a)));
        expect(set(join(join(a, b), c))).toEqual(set(join(a, join(b, c))));
        expect(set(join(a, a))).toEqual(set(a));
      }),
    );
  });
  it("map keeps refinement: a function cannot know less of a sharper argument", () => {
    const glue = (...args: readonly Json[]) => args.map(String).join("|");
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(refines(map(glue, [a, c]), map(glue, [join(a, b), c]))).toBe(true);
      }),
    );
  });
  it("become unknown when they are too many to look at", () => {
    expect(oneOf(Array.from({ length: MOST }, (_, i) => i)).kind).toBe("oneOf");
    expect(oneOf(Array.from({ length: MOST + 1 }, (_, i) => i)).kind).toBe("unknown");
    expect(oneOf([]).kind).toBe("unknown");
  });
  it("say that one of them may be absent", () => {
    expect(members(join(known("a"), known(null)))).toEqual(["a", null]);
    expect(join(known(null), known(null)).kind).toBe("absent");
  });
  it("point at resources only when they can be nothing else", () => {
    const at = (address: string) => unknown("computed", [address]);
    expect(join(at("a.b"), at("a.c"))).toMatchObject({ refs: ["a.b", "a.c"] });
    expect(join(at("a.b"), known("literal"))).toMatchObject({ kind: "unknown", refs: [] });
    expect(join(at("a.b"), unknown("else"))).toMatchObject({ refs: [] });
  });
});

describe("expressions", () => {
  const texts = fc.subarray(["GRA11", "SBG5", "US-EAST-VA-1", "gra"], { minLength: 1 });
  const holes = [
    "${[for z in toset([x, y]) : z][0]}",
    "${x}",
    "${lower(x)}-1",
    '${x == "GRA11" ? "SBG5" : x}',
    '${lookup({GRA11 = "a", SBG5 = y}, x, "none")}',
    '${contains(["GRA11"], x) ? x : y}',
    "${[x, y][0]}",
    "${merge({r = x}, {s = y}).r}",
    "${try(x, y)}",
    "${coalesce(x, y)}",
    "${[for z in [x, y] : upper(z)][1]}",
    '${element([x, y, "c"], length(x))}',
    '${x != y && y != "" ? "a" : x}',
    "${jsondecode(jsonencode({a = x})).a}",
    "${distinct([x, y, x])[0]}",
    "${toset([x, y]) == toset([y, x])}",
    '${join("-", sort([x, y]))}',
  ];
  const term = (some: readonly string[]): Term => choiceOf(some.map((one) => knownTerm(one)));

  it("never say outside what more information makes inside", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...holes),
        texts,
        texts,
        fc.boolean(),
        fc.boolean(),
        approved,
        (text, xs, ys, blindX, blindY, accepts) => {
          const wide = evaluated(text, { x: blindX ? unknownTerm("x") : term(xs), y: blindY ? unknownTerm("y") : term(ys) });
          const verdict = decide(wide, accepts);
          for (const x of xs)
            for (const y of ys) {
              const sharp = evaluated(text, { x: knownTerm(x), y: knownTerm(y) });
              expect(refines(sharp, wide)).toBe(true);
              if (verdict !== "undecided") expect(decide(sharp, accepts)).toBe(verdict);
            }
        },
      ),
      { numRuns: 600 },
    );
  });
});
