import { expect, it } from "vitest";
import { madeUpLines } from "../../cli/made-up.ts";

const TITLE = "Made up, because nobody gave it:";
const many = ["a", "b", "c", "d", "e", "f"].map((stack) => `${stack}: var.x = "1"`);

it.each<[string, readonly string[], readonly string[]]>([
  ["nothing", [], []],
  ["one stack's value", ['net: var.x = "a: b"'], [TITLE, '  net: var.x = "a: b"']],
  [
    "what is alike, once",
    ['net: var.x = "1"', 'net: var.y = "2"', 'data: var.x = "1"'],
    [TITLE, '  net, data: var.x = "1"', '  net: var.y = "2"'],
  ],
  ["other values apart", ['net: var.x = "1"', 'data: var.x = "2"'], [TITLE, '  net: var.x = "1"', '  data: var.x = "2"']],
  ["many stacks by their number", many, [TITLE, '  6 stacks: var.x = "1"']],
  ["what is no stack's", ['key = "1", which is encrypted'], [TITLE, '  key = "1", which is encrypted']],
])("a rehearsal says what it made up: %s", (_, assumed, lines) => {
  expect(madeUpLines(assumed)).toEqual(lines);
});
