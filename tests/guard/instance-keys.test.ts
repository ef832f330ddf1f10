import { expect, it } from "vitest";
import { withoutLastKey } from "../../guard/subject/instance-keys.ts";

it.each([
  ["a.b", "a.b"],
  ["a.b[0]", "a.b"],
  ['a.b["x"]', "a.b"],
  ['a.b["x[0]"]', "a.b"],
  ['a.b["x.y[\\"z\\"]"]', "a.b"],
  ['module.m["k[1]"].a.b', 'module.m["k[1]"].a.b'],
  ['module.m["k[1]"].a.b["[]"]', 'module.m["k[1]"].a.b'],
  ["]", "]"],
])("%s is an instance of %s", (address, plain) => {
  expect(withoutLastKey(address)).toBe(plain);
});
