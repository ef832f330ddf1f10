import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../guard/values/evaluate.ts";
import { type Node, parseExpression, parseTemplate } from "../../../guard/values/language/index.ts";
import { settle } from "../../../guard/values/settle.ts";
import { exposed, knownTerm, type Term } from "../../../guard/values/term.ts";
import { ask, engines } from "./engines.ts";

const NAMES = { v: "hel", n: 3, yes: true, no: false, xs: ["a", "b"], none: [], m: { k2: "y", k1: "x" } };
const names: Term = exposed(knownTerm({ ...NAMES }));
const root = (name: string): Term | undefined =>
  name === "local" ? names : names.kind === "object" ? (names.get(name) ?? undefined) : undefined;
const ours = (node: Node): unknown => {
  const value = settle(evaluate(node, { scope: { root } }));
  return value.kind === "known" ? value.value : value;
};

/** Pieces of templates; `@` stands before a name. */
const text = fc.constantFrom("a", " ", "  ", "\n", "\n  ", "\t", "b c", "$ ", "% ", "$${x}", "%%{x}", "~", "é", "\u00a0", "}", "{");
const tilde = fc.constantFrom("", "", "~");
const open = (sign: "$" | "%"): fc.Arbitrary<(inner: string) => string> =>
  fc.tuple(tilde, tilde, fc.constantFrom("", " ")).map(
    ([left, right, blank]) =>
      (inner) =>
        `${sign}{${left}${blank}${inner}${blank}${right}}`,
  );
const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie("part"), { maxLength: 6 }).map((parts) => parts.join("")),
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc
      .tuple(open("$"), fc.constantFrom("@v", "@n", "upper(@v)", '"q${@v}"', '"%{ if @no }x%{ endif }"'))
      .map(([wrap, inner]) => wrap(inner)),
    fc
      .tuple(open("%"), open("%"), fc.constantFrom("@yes", "@no", '@v == "hel"'), tie("template"))
      .map(([a, b, test, then]) => `${a(`if ${test}`)}${then}${b("endif")}`),
    fc
      .tuple(open("%"), open("%"), open("%"), fc.constantFrom("@yes", "@no"), tie("template"), tie("template"))
      .map(([a, b, c, test, then, otherwise]) => `${a(`if ${test}`)}${then}${b("else")}${otherwise}${c("endif")}`),
    fc
      .tuple(open("%"), open("%"), open("$"), fc.constantFrom("@xs", "@none", "@m"), tie("template"))
      .map(([a, b, c, over, each]) => `${a(`for i, x in ${over}`)}${c("x")}${c("i")}${each}${b("endfor")}`),
  ),
}));

const written = (made: string): string => made.replaceAll("@", "");
const native = (made: string): string => made.replaceAll("@", "local.");
/** As a text in quotes: what stands in a sequence is no text. */
const quoted = (made: string): string =>
  `"${native(made)
    .split(/([$%]\{(?:[^{}"]|"[^"]*")*\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("\n", "\\n").replaceAll("\t", "\\t")))
    .join("")}"`;
const heredoc = (sign: "<<" | "<<-") => (made: string) => `${sign}EOT\n  ${native(made)}\n EOT\n`;

const MANY = Number(process.env["TERROIR_TEMPLATES"] ?? 150);
// Three signs before a brace are left to the engine, and what would end a heredoc is another text.
const all = fc.sample(template, { numRuns: MANY, seed: 7 }).filter((one) => !/\$\$\$|%%%/.test(one));

describe.each(engines)("templates are to %s what they are here", (engine) => {
  const forms = [quoted, heredoc("<<"), heredoc("<<-")];
  const locals = all.flatMap((made, index) => forms.map((form, at) => [`h${index}_${at}`, form(made)] as const));
  const files = {
    "main.tf": `locals {\n${[...Object.entries(NAMES).map(([name, value]) => `${name} = ${JSON.stringify(value)}`), ...locals.map(([name, value]) => `${name} = ${value}`)].join("\n")}\n}\n`,
    ...Object.fromEntries(all.map((made, index) => [`t${index}`, written(made)])),
  };
  const vars = `{ ${Object.keys(NAMES)
    .map((name) => `${name} = local.${name}`)
    .join(", ")} }`;
  const strings = all.slice(0, 20).map((_, index) => `templatestring(local.s${index}, ${vars})`);
  const answers = ask(
    engine,
    [...all.map((_, index) => `templatefile("t${index}", ${vars})`), ...locals.map(([name]) => `local.${name}`), ...strings],
    { ...files, "strings.tf": `locals {\n${strings.map((_, index) => `s${index} = file("t${index}")\n`).join("")}}\n` },
  );

  it("in files", () => {
    expect(all.map((made) => ours(parseTemplate(written(made))))).toEqual(answers.slice(0, all.length));
  });
  it("in quotes and in heredocs", () => {
    const mine = locals.map(([, value]) => [value, ours(parseExpression(value))]);
    expect(mine).toEqual(locals.map(([, value], index) => [value, answers[all.length + index]]));
  });
  it("in texts from elsewhere", () => {
    const scope = {
      root: (name: string) =>
        name === "local"
          ? exposed(knownTerm({ ...NAMES, ...Object.fromEntries(all.map((made, index) => [`s${index}`, written(made)])) }))
          : undefined,
    };
    const mine = strings.map((one) => settle(evaluate(parseExpression(one), { scope })));
    expect(mine.map((value) => (value.kind === "known" ? value.value : value))).toEqual(answers.slice(-strings.length));
  });
});
