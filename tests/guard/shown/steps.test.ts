import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { Members } from "../../../guard/views/shown/members.ts";
import { Steps } from "../../../guard/views/shown/steps.ts";
import { anyJson, spelled } from "./any-json.ts";

const steps = Steps.shared();

function windowWith(text: string): { readonly window: Buffer; readonly length: number } {
  const bytes = Buffer.from(text);
  const window = steps?.window(0, bytes.length);
  if (window === undefined) throw new Error("WebAssembly is missing");
  bytes.copy(window);
  return { window, length: bytes.length };
}

const checked = (text: string): number => {
  const { window } = windowWith(text);
  return steps?.checked(window, 0) ?? -1;
};

it("steps over whole values, and over nothing that JSON.parse refuses", () => {
  fc.assert(
    fc.property(
      anyJson.chain(spelled).map((text) => `[${text}]`),
      fc.nat(),
      fc.constantFrom("", "{", "]", ",", '"', "\\", "0", ".", "-", "\u0001"),
      (text, at, put) => {
        const end = checked(text);
        if (end >= 0) expect(end).toBe(Buffer.from(text).length);
        const index = at % (text.length + 1);
        const damaged = text.slice(0, index) + put + text.slice(index + 1);
        const reached = checked(damaged);
        if (reached >= 0) expect(() => JSON.parse(Buffer.from(damaged).subarray(0, reached).toString()) as unknown).not.toThrow();
      },
    ),
    { numRuns: Number(process.env["TERROIR_FUZZ"] ?? 2000) },
  );
});

it("finds every member down to the third level", () => {
  const members = new Members();
  const found = (json: Json, path: readonly string[]): void => {
    if (typeof json !== "object" || json === null || Array.isArray(json)) return;
    for (const [name, value] of Object.entries(json)) {
      // Names that are asked for are ASCII.
      if (!/^[ -~]*$/.test(name)) continue;
      const at = members.at([...path, name]);
      expect(JSON.parse(members.written(at))).toEqual(value);
      if (path.length < 2) found(value, [...path, name]);
    }
  };
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyJson, { noNullPrototype: true }).chain(spelled), (text) => {
      const { window } = windowWith(text.trimStart());
      members.note(window, 0, steps);
      found(JSON.parse(text) as Json, []);
      expect(members.at(["\u0000 no name"])).toBe(-1);
      // What is gathered in one go is what is found one by one.
      const plain = new Members();
      plain.note(window, 0);
      const names = [...Object.keys(JSON.parse(text) as object).filter((name) => /^[ -~]*$/.test(name)), "missing"];
      expect(members.alike([], names)).toBe(plain.alike([], names));
      for (const name of names) expect(members.alike([name], ["a", "b"])).toBe(plain.alike([name], ["a", "b"]));
    }),
    { numRuns: 500 },
  );
});

describe("what is plain at a glance", () => {
  it.each(['{"a":1}', '["é",null,true,false,-0]'.replace("-0", "0.50"), '{"a":{"b":[{}," \\n\\u00e9\\\\"]}}', "[[],{}]", '""'])(
    "%s",
    (text) => {
      expect(checked(text)).toBe(Buffer.from(text).length);
    },
  );
  it.each([
    ["a key twice", '{"abcdefghij":1,"abcdefghij":2}'],
    ["a key with an escape", '{"\\u0061":1}'],
    ["a number with an exponent", "[1e5]"],
    ["a negative number", "[-1]"],
    ["a zero in front", "[01]"],
    ["a point at the end", "[1.]"],
    ["half an escape", '["\\u00"]'],
    ["no escape", '["\\x"]'],
    ["a line break in a text", '["\n"]'],
    ["no end", '{"a":[1,2'],
    ["two hundred levels and more", `${"[".repeat(300)}${"]".repeat(300)}`],
    ["a comma too many", "[1,]"],
    ["a word that goes on", "[truest]"],
    ["nothing", ""],
  ])("is not %s", (_what, text) => {
    expect(checked(text)).toBe(-1);
  });
});
