import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFolderOfCode } from "../../../guard/views/folder.ts";

const root = mkdtempSync(join(tmpdir(), "constants-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Whether a variable is a value, as it is read where no plan can be made: true, false, or undefined where that is not known. */
function answer(type: string, given: string, question: string, file: "default" | "terraform.tfvars"): boolean | undefined {
  const folder = mkdtempSync(join(root, "f"));
  writeFileSync(
    join(folder, "main.tf"),
    `variable "v" {\n  type = ${type}\n  default = ${file === "default" ? given : "null"}\n}\nresource "a_b" "c" {\n  place = ${question} ? "yes" : "no"\n}\n`,
  );
  if (file === "terraform.tfvars") writeFileSync(join(folder, file), `v = ${given}\n`);
  const [reading] = readFolderOfCode(folder).find("a_b.c")?.read("place") ?? [];
  return reading?.value.kind === "known" ? reading.value.value === "yes" : undefined;
}

/** As Terraform 1.11.4 computes them: what is written where it takes constants alone is an expression all the same. */
const TABLE: readonly (readonly [type: string, given: string, question: string, answer: boolean])[] = [
  ["number", "05", "var.v == 5", true],
  ["number", "-007.50", "var.v == -7.5", true],
  ["string", "05", 'var.v == "5"', true],
  ["string", '("a")', 'var.v == "a"', true],
  ["string", '"\\u0061"', 'var.v == "a"', true],
  ["string", 'true ? "a" : "b"', 'var.v == "a"', true],
  ["string", '"${"a"}"', 'var.v == "a"', true],
  ["number", "2 + 3", "var.v == 5", true],
  ["any", "05", "var.v == 5", true],
  ["list(number)", "[05, 1]", "var.v[0] == 5", true],
  [
    "map(object({ a = optional(number), b = string }))",
    '{\n    k = {\n      a = 00000000\n      b = "x"\n    }\n  }',
    'var.v.k.b == "x"',
    true,
  ],
  ["map(string)", '{ ("k") = "a" }', 'var.v.k == "a"', true],
  ["string", '"$${a}"', 'var.v == "$${a}"', true],
  ["string", '"$${a}"', "length(var.v) == 4", true],
  ["any", '{ a = "$${x}", b = "y" }', 'var.v.a == "$${x}"', true],
];

describe.each(["default", "terraform.tfvars"] as const)("a constant in %s", (file) => {
  it.each(TABLE)("of type %s, %s: %s", (type, given, question, expected) => {
    expect(answer(type, given, question, file)).toBe(expected);
  });

  // Kept as the text that it is written in, it would be another value than the engine's.
  it.each([
    ["a number with more digits than we keep", "number", "0.1000000000000000055511151231257827", "var.v == 0.1"],
    ["the same in an object", "any", "{ a = 0.1000000000000000055511151231257827 }", "var.v.a == 0.1"],
    ["a number too large to be kept", "number", "9007199254740993", "var.v == 9007199254740992"],
    ["what no constant may ask", "string", "var.w", 'var.v == "$${var.w}"'],
  ])("decides nothing: %s", (_what, type, given, question) => {
    expect(answer(type, given, question, file)).toBeUndefined();
  });

  it("hides nothing of what stands beside it", () => {
    expect(answer("any", '{ a = 0.1000000000000000055511151231257827, b = "y" }', 'var.v.b == "y"', file)).toBe(true);
  });
});

describe("a type that is anything", () => {
  it.each<[type: string, given: string, question: string]>([
    ["list(any)", '[5, "a"]', "var.v[0] == 5"],
    ["map(any)", '{ a = 5, b = "x" }', "var.v.a == 5"],
    ["list(list(any))", '[[5], ["a"]]', "var.v[0][0] == 5"],
    ["map(object({ a = any }))", '{ x = { a = 5 }, y = { a = "q" } }', "var.v.x.a == 5"],
    ["list", '[5, "a"]', "var.v[0] == 5"],
    ["object({ l = list(any) })", '{ l = [5, "a"] }', "var.v.l[0] == 5"],
  ])("is one type for all in it: %s", (type, given, question) => {
    expect(answer(type, given, question, "default")).not.toBe(true);
  });

  it("leaves what is alike as it is, and a tuple as it was written", () => {
    expect(answer("list(any)", "[5, 6]", "var.v[0] == 5", "default")).toBe(true);
    expect(answer("any", '[5, "a"]', "var.v[0] == 5", "default")).toBe(true);
  });

  it("counts what is alike once in a set", () => {
    expect(answer("set(object({ a = number }))", '[{ a = "1" }, { a = 1 }]', "length(var.v) == 1", "default")).toBe(true);
  });
});
