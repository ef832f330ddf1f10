import fc from "fast-check";
import { expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { decide, refines } from "../../../guard/values/sets.ts";
import { choiceOf, knownTerm, type Term, unknownTerm } from "../../../guard/values/term.ts";
import { evaluated } from "./evaluating.ts";

/** Expressions over two texts, `x` and `y`, in every form that the language has for putting texts together. */
const { text: expression } = fc.letrec<{ text: string; truth: string; list: string }>((tie) => {
  const [one, other, truth, list] = [tie("text"), tie("text"), tie("truth"), tie("list")];
  const made = (shape: (a: string, b: string, c: string, all: string) => string): fc.Arbitrary<string> =>
    fc.tuple(one, other, truth, list).map((parts) => shape(...parts));
  return {
    text: fc.oneof(
      { depthSize: "small", maxDepth: 3, withCrossShrink: true },
      fc.constantFrom("x", "y", '"GRA11"', '""'),
      made((a, b, c) => `"%{ if ${c} }\${${a}}%{ else }\${${b}}%{ endif }"`),
      made((a, _b, c) => `"\${${a}} %{~ if ${c} ~} 1 %{~ endif ~} "`),
      made((_a, b, _c, all) => `"%{ for i, z in ${all} ~} \${z}\${${b}}\${i} %{~ endfor }"`),
      made((a, b) => `trimspace(<<-EOT\n    \${${a}}\n      \${${b}}\n    EOT\n)`),
      made((a, b, c) => `<<EOT\n%{ if ${c} ~}\n\${${a}}\n%{ else ~}\n\${${b}}\n%{ endif ~}\nEOT\n`),
      made((a, b) => `templatestring("%%{ if p == q }$\${p}%%{ else }$\${q}%%{ endif }", { p = ${a}, q = ${b} })`),
      made((a, b, c) => `(${c} ? ${a} : ${b})`),
      made((a, b) => `format("%s-%4s|%[1]s", ${a}, ${b})`),
      made((a) => `indent(2, ${a})`),
      made((a) => `basename("a/\${${a}}")`),
      made((a) => `dirname("\${${a}}/b")`),
      made((a) => `uuidv5("dns", ${a})`),
      made((a) => `substr(${a}, -3, 2)`),
      made((a) => `urlencode(${a})`),
      made((a, b) => `join("", keys(transpose({ a = [${a}, ${b}], b = [${b}] })))`),
      made((a, b) => `tostring(try(tonumber(${a}), ${b}))`),
      made((_a, b, _c, all) => `join(${b}, ${all})`),
    ),
    truth: fc.oneof(
      { depthSize: "small", maxDepth: 2 },
      fc.constantFrom("true", "false", 'x == "GRA11"', "x == y", 'can(tonumber("x"))'),
      one.map((a) => `issensitive(${a})`),
      one.map((a) => `length(${a}) > 4`),
      fc.tuple(one, list).map(([a, all]) => `contains(${all}, ${a})`),
    ),
    list: fc.oneof(
      { depthSize: "small", maxDepth: 2 },
      fc.tuple(one, other).map(([a, b]) => `[${a}, ${b}]`),
      one.map((a) => `split("", ${a})`),
      fc.tuple(one, other).map(([a, b]) => `[for z in [${a}, ${b}] : z if z != ""]`),
      fc.tuple(one, other).map(([a, b]) => `formatlist("%s1", [${a}, ${b}])`),
    ),
  };
});

const texts = fc.subarray(["GRA11", "SBG5", "US-EAST-VA-1", ""], { minLength: 1, maxLength: 3 });
const approved = fc.func(fc.boolean()).map((accepts) => (one: Json) => accepts(JSON.stringify(one)));
const term = (some: readonly string[]): Term => choiceOf(some.map((one) => knownTerm(one)));

it("more information never turns outside into inside, whatever the language puts together", () => {
  let decided = 0;
  fc.assert(
    fc.property(expression, texts, texts, fc.boolean(), fc.boolean(), approved, (written, xs, ys, blindX, blindY, accepts) => {
      const value = `\${${written}}`;
      const wide = evaluated(value, { x: blindX ? unknownTerm("x") : term(xs), y: blindY ? unknownTerm("y") : term(ys) });
      const verdict = decide(wide, accepts);
      if (wide.kind !== "unknown") decided++;
      for (const x of xs)
        for (const y of ys) {
          const sharp = evaluated(value, { x: knownTerm(x), y: knownTerm(y) });
          // What the engine would refuse has no value, and makes nothing.
          if (sharp.kind === "unknown") continue;
          expect(refines(sharp, wide)).toBe(true);
          if (verdict !== "undecided") expect(decide(sharp, accepts)).toBe(verdict);
        }
    }),
    { numRuns: Number(process.env["TERROIR_LAWS"] ?? 600) },
  );
  expect(decided).toBeGreaterThan(50);
});
