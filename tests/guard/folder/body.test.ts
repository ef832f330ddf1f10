import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf } from "../../../guard/views/folder/body.ts";
import { Unreadable } from "../../../guard/views/folder/hcl-cursor.ts";

const plain = (text: string): unknown => JSON.parse(JSON.stringify(bodyOf(text)));

describe("what an argument is in the JSON syntax", () => {
  it.each<[string, unknown]>([
    ["true", true],
    ["null", null],
    ["42", 42],
    ["-1.5e3", -1500],
    ['"plain"', "plain"],
    ['"a \\"quote\\" and \\\\ and \\n"', 'a "quote" and \\ and \n'],
    ['"a\u0001b"', '${"a\u0001b"}'],
    ['"costs 5$ or 50%"', "costs 5$ or 50%"],
    ['"n\u0000bg1"', '${"n\u0000bg1"}'],
    ['"a\u001bb"', '${"a\u001bb"}'],
    ['"in ${var.region}"', '${"in ${var.region}"}'],
    ['"$${not} a template"', '${"$${not} a template"}'],
    ["var.region", "${var.region}"],
    ['var.eu ? "GRA" : "BHS"', '${var.eu ? "GRA" : "BHS"}'],
    ['["a", "b", var.c]', ["a", "b", "${var.c}"]],
    ["[]", []],
    ["{}", {}],
    ['{ a = 1, "b c" : true }', { a: 1, "b c": true }],
    ['{\n a = 1 # one\n b = "2"\n}', { a: 1, b: "2" }],
    ["[for x in var.l : x]", "${[for x in var.l : x]}"],
    ["{ for k, v in var.m : k => v }", "${{ for k, v in var.m : k => v }}"],
    ["{ (var.k) = 1 }", "${{ (var.k) = 1 }}"],
    ["{ a = 1 }.a", "${{ a = 1 }.a}"],
    ['["a"][0]', '${["a"][0]}'],
    ["[1] == [2]", "${[1] == [2]}"],
    ["max(1,\n 2)", "${max(1,\n 2)}"],
    ["1 + /* two */ 2 // three", "${1 +   2}"],
    ["<<EOT\nin ${var.r}\n  two\nEOT", "in ${var.r}\n  two\n"],
    ["<<-EOT\n    a\n      b\n    EOT", "a\n  b\n"],
    ['<<EOT\nwith "quotes" and { braces\nEOT', 'with "quotes" and { braces\n'],
    ['"${f("}")} and ${"${"nested"}"}"', '${"${f("}")} and ${"${"nested"}"}"}'],
  ])("%s", (text, json) => {
    expect(plain(`locals {\n  x = ${text}\n  y = 1\n}\n`)).toEqual({ locals: [{ x: json, y: 1 }] });
  });
});

describe("what a block is in the JSON syntax", () => {
  it.each<[string, unknown]>([
    ['terraform { backend "local" {} }', { terraform: [{ backend: [{ local: {} }] }] }],
    ['resource "a" "b" { x = 1 }\nresource "a" "c" { x = 2 }', { resource: [{ a: { b: { x: 1 } } }, { a: { c: { x: 2 } } }] }],
    ["resource a b {}", { resource: [{ a: { b: {} } }] }],
    ['variable "v" { type = object({ a = string }) }', { variable: [{ v: { type: "object({ a = string })" } }] }],
    ['resource "a" "b" { type = lower("X") }', { resource: [{ a: { b: { type: '${lower("X")}' } } }] }],
    [
      'a {\n  dynamic "rule" {\n    for_each = var.r\n    content { x = rule.value }\n  }\n}',
      { a: [{ dynamic: [{ rule: { for_each: "${var.r}", content: [{ x: "${rule.value}" }] } }] }] },
    ],
    ["# only\n// comments\n/* of all\nkinds */", {}],
    ["\uFEFFlocals { a = 1 }", { locals: [{ a: 1 }] }],
    ["locals {\r\n  a = 1\r\n}\r\n", { locals: [{ a: 1 }] }],
    ["constructor { toString = 1 }", { constructor: [{ toString: 1 }] }],
  ])("%s", (text, json) => {
    expect(plain(text)).toEqual(json);
  });

  // Each ended sooner or later for us than for the engine, so that what it reads as a text stood there as an attribute, or the other way round.
  it.each<[string, string]>([
    ["the word of a heredoc within a template", "<<true\n%{ if\ntrue\n}yes%{ endif }\ntrue"],
    ["the word of a heredoc behind a template", '<<EOT\n${"x"}EOT\nEOT'],
    ["the word of a heredoc behind a blank of Go's", "<<EOT\nx\n\u0085EOT"],
    ["a brace in a comment in a template", '"${ "a" /* }"\n b = 2 # */ }"'],
    ["a brace in a line of comment in a template", '"${ "a" # }"\n }b"'],
    ["a brace in a heredoc in a template", '"${ <<E\nq }"\nE\n}b"'],
    ["a word that is none for Go", "<<EOT\nx\n\uFEFFEOT\nEOT"],
  ])("ends where the engine says: %s", (_what, expression) => {
    const read = plain(`a = ${expression}\nb = 1\n`) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(["a", "b"]);
  });

  it("keeps a name that JavaScript would lose", () => {
    expect(Object.keys(bodyOf('__proto__ { a = 1 }\nx = { "__proto__" = 1 }'))).toEqual(["__proto__", "x"]);
  });
});

describe("what it cannot read it says, with the line", () => {
  it.each([
    ["a = ", /line 1: expected a value/],
    ["a {\n", /line 2: expected a closing brace/],
    ["a = (1", /expected \)/],
    ["a = [1)", /expected balanced brackets/],
    ['a = "x', /expected a closing quote/],
    ['a = "${x"', /expected/],
    ["a = <<EOT\nx", /expected the end of the heredoc, EOT/],
    ["a = <<EOT \nx\nEOT\n", /expected a line break after the heredoc's word/],
    [`a = ${'"${'.repeat(500)}`, /expected templates nested at most 100 deep/],
    ["a = 1\na = 2", /line 2: expected a once/],
    ["a = 1\na {}", /expected a as an attribute or as blocks, not both/],
    ["}", /expected a name/],
    ["= 1", /expected a name/],
    ['"a" = 1', /expected a name/],
    ["a {".repeat(200), /expected blocks nested at most 100 deep/],
  ])("%s", (text, says) => {
    expect(() => bodyOf(text)).toThrow(Unreadable);
    expect(() => bodyOf(text)).toThrow(says);
  });

  it("never fails in another way, whatever it is given", () => {
    const scraps = fc.constantFrom(
      "a",
      " = ",
      '"',
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "\n",
      "${",
      "<<E\n",
      "E\n",
      "#",
      "/*",
      "*/",
      "1",
      "\\",
      ",",
      ".",
      "$$",
      "%{",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (text) => {
          try {
            bodyOf(text);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads back every text that it is given as a literal", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[$%\p{Cc}]/u.test(text)),
        (text) => {
          expect(bodyOf(`x = ${JSON.stringify(text)}`)["x"]).toBe(text);
        },
      ),
    );
  });
});
