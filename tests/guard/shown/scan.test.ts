import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { openBytes, openSource } from "../../../guard/views/shown/open.ts";
import { sourceOfBytes, windowsOf, windowsOfChunks } from "../../../guard/views/shown/source.ts";
import { whyNoJson } from "../../../guard/views/shown/why-no-json.ts";
import { anyJson, spelled } from "./any-json.ts";

const streamed = (text: string | Uint8Array, step?: number) => openSource(sourceOfBytes(Buffer.from(text)), "x", step);
/** The same by whole values where they are plain, through windows that are larger or smaller than they are. */
const stepped = (text: string | Uint8Array, largest?: number) => openSource(windowsOf(Buffer.from(text), largest), "x", largest);

/** What becomes of a text: the names of its members, or the first words of the answer. */
function outcome(open: () => { readonly names: readonly string[] }): readonly string[] | "refused" {
  try {
    return [...open().names].sort();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return "refused";
  }
}

const parses = (text: string): boolean => {
  try {
    const json = JSON.parse(text) as Json;
    return typeof json === "object" && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
};

it("takes every document that JSON.parse takes, and gives its members as they are, however small the steps", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), anyJson, { noNullPrototype: true }).chain((json) => fc.tuple(fc.constant(json), spelled(json))),
      fc.integer({ min: 64, max: 300 }),
      ([json, text], step) => {
        for (const shown of [streamed(text, step), stepped(text, step), stepped(text)]) {
          expect([...shown.names].sort()).toEqual(Object.keys(JSON.parse(text) as object).sort());
          for (const [name, value] of Object.entries(json))
            if (!["resource_changes", "deferred_changes", "resource_drift", "configuration", "prior_state", "values"].includes(name))
              expect(shown.member(name)).toEqual(value);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it("reads what came in pieces as what came at once", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), anyJson, { noNullPrototype: true }).chain(spelled),
      fc.array(fc.nat(80), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 64, max: 300 }),
      (text, sizes, largest) => {
        const bytes = Buffer.from(text);
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const to = Math.min(bytes.length, at + Math.max(i < sizes.length ? 0 : 1, sizes[i % sizes.length] as number));
          chunks.push(bytes.subarray(at, to));
          at = to;
        }
        const pieced = openSource(windowsOfChunks(chunks, largest), "x", largest);
        for (const name of Object.keys(JSON.parse(text) as object))
          expect(pieced.member(name)).toEqual(stepped(text, largest).member(name));
      },
    ),
    { numRuns: 150 },
  );
});

describe("says why a text is no JSON, in lines and columns", () => {
  it.each([
    ["{", "it ends too early, on line 1, column 2"],
    ['{\n  "a": 1\n', "it ends too early, on line 2, column 9"],
    ['{\n  "a": 1,\n}', '"}" stands where it does not belong, on line 3, column 1'],
    ['{ "é": é }', "the byte 0xc3 stands where it does not belong, on line 1, column 8"],
    ['{ "a": "b\n" }', "a text holds a line break or another control character, on line 1, column 10"],
    ['{ "a": trux }', '"x" stands where it does not belong, on line 1, column 11'],
    ["hello", '"h" stands where it does not belong, on line 1, column 1'],
  ])("%j: %s", (text, says) => {
    expect(parses(text)).toBe(false);
    expect(whyNoJson(text)).toBe(says);
  });
});

it("refuses every text that JSON.parse refuses", () => {
  const damage = fc.tuple(
    fc.nat(),
    fc.nat(3),
    fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "0", "-", ".", "e", "n", "\n", "\u0001", "x"),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ maxLength: 3 }), anyJson, { noNullPrototype: true }).chain(spelled),
      damage,
      (text, [at, cut, put]) => {
        const index = at % (text.length + 1);
        const damaged = text.slice(0, index) + put + text.slice(index + cut);
        const read = outcome(() => streamed(damaged, 100));
        expect(outcome(() => stepped(damaged))).toEqual(read);
        expect(outcome(() => stepped(damaged, 100))).toEqual(read);
        if (!parses(damaged)) expect(read).toBe("refused");
        // Besides, it refuses what JSON.parse takes without a word: keys that are there twice, and numbers too large.
        else if (read === "refused") expect(() => streamed(damaged)).toThrow(/twice in one object|larger than can be read/);
        else expect(read).toEqual(Object.keys(JSON.parse(damaged) as object).sort());
        // A small document is read in another way, to the same end.
        expect(outcome(() => openBytes(Buffer.from(damaged), "x"))).toEqual(read);
        expect(outcome(() => openBytes(larger(damaged), "x"))).toEqual(read);
      },
    ),
    { numRuns: Number(process.env["TERROIR_FUZZ"] ?? 2000) },
  );
});

/** The same document, of which so much are blanks that it is not parsed as a whole. */
function larger(text: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(text), Buffer.alloc(64 * 1024, " ")]);
}

describe.each([
  ["streamed", (text: string | Uint8Array) => streamed(text, 64)],
  ["stepped over", (text: string | Uint8Array) => stepped(text)],
  ["read as a whole", (text: string | Uint8Array) => openBytes(Buffer.from(text), "x")],
  ["read list by list", (text: string | Uint8Array) => openBytes(larger(text), "x")],
])("%s, it refuses", (_how, open) => {
  const nested = (open: string, close: string, times: number) => `{"a":${open.repeat(times)}${close.repeat(times)}}`;
  it.each([
    ["a key twice", '{"a":1,"a":2}', /says the key "a" twice in one object, at byte 0/],
    ["a key twice, deep in it", '{"a":[{"b":{"c":1,"d":2,"c":3}}]}', /says the key "c" twice in one object/],
    ["a key twice, spelled in two ways", '{"x":{"ab":1,"\\u0061b":2}}', /says the key "ab" twice/],
    ["__proto__ twice", '{"__proto__":1,"__proto__":2}', /"__proto__" twice/],
    ["a key twice among thousands", `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":0`).join()},"k77":1}`, /"k77" twice/],
    ["NaN", '{"a":NaN}', /not valid JSON/],
    ["Infinity", '{"a":-Infinity}', /not valid JSON/],
    ["a number without end", `{"a":1e999}`, /larger than can be read/],
    ["a number of thousands of digits", `{"a":${"9".repeat(5000)}}`, /is no number|never ends|larger than can be read/],
    ["a number with zeros in front", '{"a":012}', /not valid JSON/],
    ["a text over two lines", '{"a":"b\nc"}', /not valid JSON/],
    ["half an escape", '{"a":"\\u12"}', /not valid JSON/],
    ["a comma too many", '{"a":[1,]}', /not valid JSON/],
    ["two documents", '{"a":1}{"a":1}', /not valid JSON/],
    ["what is cut off", '{"a":{"b":"c', /It looks cut off/],
    ["what is cut off after a bracket", '{"a":{"b":["c"]', /not valid JSON/],
    ["invalid UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), /not UTF-8/],
    ["an overlong character", Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d]), /not UTF-8/],
    ["half a character at the end", Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xf0, 0x9f, 0x98])]), /not UTF-8/],
    ["a list", "[1]", /a list, not an object/],
    ["a hundred thousand lists in each other", nested("[", "]", 100_000), /nested more than 1000 deep/],
    [
      "a hundred thousand objects in each other",
      nested('{"a":', "1}", 100_000).replace("1}", "11}"),
      /nested more than 1000 deep|not valid/,
    ],
  ])("%s", (_what, text, message) => {
    expect(() => open(text)).toThrow(InputError);
    expect(() => open(text)).toThrow(message);
  });
});

it("takes as equal only what is equal: keys with one hash are two keys", () => {
  // Two texts with the same 32 bits of FNV-1a.
  expect(streamed('{"costarring":1,"liquid":2,"declinate":3,"macallums":4}').member("liquid")).toBe(2);
});

it("reads characters that a step cuts through", () => {
  const text = JSON.stringify({ a: "é😀".repeat(200), ключ: { "😀": "\u2028" } });
  for (let step = 64; step < 72; step++) expect(streamed(text, step).member("ключ")).toEqual({ "😀": "\u2028" });
});
