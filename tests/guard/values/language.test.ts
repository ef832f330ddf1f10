import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression, parseTemplate } from "../../../guard/values/language/index.ts";
import { bare, evaluated } from "./evaluating.ts";
import { EXPRESSIONS } from "./expressions.ts";

describe("a JSON string", () => {
  it.each([
    ["GRA11", "GRA11"],
    ["", ""],
    ["$", "$"],
    ["100 %", "100 %"],
    ["$${var.x}", "${var.x}"],
    ["%%{if}", "%{if}"],
    ['${"US"}-${"EAST"}', "US-EAST"],
    ["a ${1} b", "a 1 b"],
    ['${"a" /* not # this */}', "a"],
    ['${\n  "a"\n}', "a"],
    ["\\n stays as it is ${1}", "\\n stays as it is 1"],
    ["%{ if true }a%{ endif }", "a"],
    ['${"%{ if false }a%{ else }b%{ endif }"}', "b"],
    ["%{ for x in [1, 2] }${x}%{ endfor }", "12"],
    ["a ${~ 1 ~} b", "a1b"],
    ["${<<EOT\na\nEOT\n}", "a\n"],
    ["${trimspace(<<-EOT\n    a\n      b\n    EOT\n)}", "a\n  b"],
    ['${{ a = "x"\n b = "y" }.b}', "y"],
    ['${{ "for" = "x" }["for"]}', "x"],
  ])("%j means %j", (text, meaning) => {
    expect(bare(evaluated(text))).toEqual({ kind: "known", value: meaning });
  });

  it.each([
    ["${", "the end"],
    ["${}", "an expression"],
    ["${a b}", '"}"'],
    ["${1 +}", "an expression"],
    ["${[1, 2}", '"," or "]"'],
    ["${{a 1}}", '"="'],
    ['${"a}', "closing quote"],
    ['${"\\q"}', "an escape"],
    ["${f(1}", '")"'],
    ["${a.}", "an attribute's name"],
    ["${a[1}", '"]"'],
    ["${x ? 1}", '":"'],
    ["${provider::ovh}", '"("'],
    ["%{ if true }a", "endif is missing"],
    ["%{ if true }a%{ else }b%{ else }c%{ endif }", "nothing is open that else could end"],
    ["%{ for x in [1] }a%{ endif }", "nothing is open that endif could end"],
    ["a%{ endif }", "nothing is open that endif could end"],
    ["%{ while true }", "if, else, endif, for or endfor"],
    ["%{ for in [] }%{ endfor }", '"in"'],
    ["%{ if", "an expression"],
    [`${"%{ if true }".repeat(5000)}`, "nested"],
    ["${<<EOT\na\n}", "the end of the heredoc, EOT"],
    ["${<<EOT a\nEOT\n}", "a word and a line break"],
    ["$$${1}", "three signs"],
    ["${99999999999999999999}", "too large"],
    [`\${${"[".repeat(200)}`, "nested"],
    [`\${${"(".repeat(5000)}`, "nested"],
    [`\${${"!".repeat(5000)}true}`, "nested"],
    [`\${a${".b".repeat(5000)}}`, "steps"],
    [`\${a${"[*]".repeat(5000)}}`, "steps"],
    [`\${1${"+1".repeat(5000)}}`, "operands"],
    [`\${"${"x".repeat(70_000)}"}`, "longer than"],
  ])("%j is not followed, and the cause says %s", (text, cause) => {
    const value = evaluated(text);
    expect(value.kind).toBe("unknown");
    expect(value.kind === "unknown" && value.cause).toContain(cause === "the end" ? "the end" : cause);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "${",
    "}",
    "%{",
    "$",
    "[",
    "]",
    "(",
    ")",
    "{",
    '"',
    "\\",
    "for",
    " in ",
    "if",
    "x",
    ".",
    ",",
    ":",
    "=>",
    "...",
    "*",
    "1",
    "+",
    "-",
    "?",
    "==",
    "&&",
    "!",
    "\n",
    "#",
    "//",
    "/*",
    "*/",
    "<<",
    "::",
    "é",
    "~",
    "%{ if ",
    "%{ endif }",
    "<<EOT\n",
    "\nEOT\n",
  );
  it("is read without an exception and in its own time", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        expect(() => evaluated(text)).not.toThrow();
        expect(() => parseExpression(text)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });

  it("gives the same twice", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(parseTemplate(parts.join(""))).toEqual(parseTemplate(parts.join("")));
      }),
      { numRuns: 500 },
    );
  });

  it("cut or flipped anywhere is still read without an exception", () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXPRESSIONS), fc.nat(), fc.nat(), (expression, cut, flip) => {
        const whole = `\${${expression}}`;
        const at = flip % whole.length;
        const flipped = whole.slice(0, at) + String.fromCharCode(whole.charCodeAt(at) ^ (1 << (flip % 7))) + whole.slice(at + 1);
        expect(() => evaluated(whole.slice(0, cut % whole.length))).not.toThrow();
        expect(() => evaluated(flipped)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
