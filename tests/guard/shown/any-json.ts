import fc from "fast-check";
import type { Json } from "../../../guard/values/json.ts";

const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "", "a.b", 'a"b', "a\\b", "\u0000", "\ud83d\ude00", "<x>", "0"),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

/** Any JSON that an engine could write. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one)),
    name,
    fc.array(tie("json"), { maxLength: 5 }),
    fc.dictionary(name, tie("json"), { maxKeys: 6, noNullPrototype: true }),
  ),
})).json;

/** The same document in another spelling: blanks, escapes. */
export const spelled = (json: Json): fc.Arbitrary<string> =>
  fc
    .constantFrom<(text: string) => string>(
      (text) => text,
      () => JSON.stringify(json, null, 2),
      () => ` \t\r\n${JSON.stringify(json, null, "\t")}\n`,
      (text) => text.replaceAll("<", "\\u003c"),
      (text) =>
        text.replace(/"(?:[^"\\]|\\.)*"/g, (token) =>
          token.replace(/\\(?:u....|.)|[a-d]/g, (one) => (one.length > 1 ? one : `\\u00${one.charCodeAt(0).toString(16)}`)),
        ),
    )
    .map((spell) => spell(JSON.stringify(json)));
