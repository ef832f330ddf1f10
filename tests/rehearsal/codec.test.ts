import { ExtensionCodec, encode as pack } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../rehearsal/terraform/codec.ts";
import { equal, isKnown, UNKNOWN, Unknown, type Value } from "../../rehearsal/terraform/value.ts";
import { fromPlain, toPlain } from "../../rehearsal/world/plain.ts";

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
    fc.constant(UNKNOWN),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((data) => new Unknown(12, data)),
    fc.array(tie("value"), { maxLength: 6 }),
    fc
      .dictionary(fc.string(), tie("value"), { maxKeys: 6 })
      .map((d) => Object.fromEntries(Object.entries(d).filter(([k]) => k !== "__proto__"))),
  ),
}));

describe("what goes over the wire comes back", () => {
  it("for every value, unknown ones and their refinements included", () => {
    fc.assert(
      fc.property(value, (x) => {
        expect(decode(encode(x))).toEqual(x);
      }),
      { numRuns: 500 },
    );
  });

  it("and its bytes are the same again", () => {
    fc.assert(
      fc.property(value, (x) => {
        expect(encode(decode(encode(x)))).toEqual(encode(x));
      }),
      { numRuns: 300 },
    );
  });

  it("equality is reflexive where everything is known, and never where something is not", () => {
    fc.assert(
      fc.property(value, (x) => equal(x, decode(encode(x))) === isKnown(x)),
      { numRuns: 500 },
    );
  });

  it("the world's JSON keeps what is known; big numbers become text that the engine reads as numbers", () => {
    const known = value.filter(isKnown);
    const texts = (x: Value): Value => {
      if (typeof x === "bigint") return x.toString();
      if (Array.isArray(x)) return x.map(texts);
      return typeof x === "object" && x !== null ? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, texts(v)])) : x;
    };
    fc.assert(
      fc.property(known, (x) => {
        expect(fromPlain(JSON.parse(JSON.stringify(toPlain(x))))).toEqual(texts(x));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what an engine may send", () => {
  it.each([
    ["nothing", undefined, null],
    ["empty bytes", { msgpack: new Uint8Array() }, null],
    ["nil", { msgpack: new Uint8Array([0xc0]) }, null],
    ["JSON", { json: Buffer.from('{"a":[1,"é"]}') }, { a: [1, "é"] }],
    ["a 64-bit number that fits", { msgpack: new Uint8Array([0xd3, 0, 0, 0, 1, 0, 0, 0, 0]) }, 4294967296],
    ["a 64-bit number that does not", { msgpack: new Uint8Array([0xd3, 0x7f, 255, 255, 255, 255, 255, 255, 255]) }, 9223372036854775807n],
    ["bytes of a dynamic value", { msgpack: pack([Buffer.from('"string"'), "x"]) }, [new Uint8Array(Buffer.from('"string"')), "x"]],
  ])("%s", (_, wire, expected) => expect(decode(wire)).toEqual(expected));

  it("an extension of another number is an unknown, too", () => {
    const other = new ExtensionCodec();
    class Other {}
    other.register({ type: 5, encode: (x) => (x instanceof Other ? new Uint8Array([1, 2]) : null), decode: () => null });
    expect(decode({ msgpack: pack({ a: new Other() }, { extensionCodec: other }) })).toEqual({ a: new Unknown(5, new Uint8Array([1, 2])) });
  });

  it.each([
    ["cut off", new Uint8Array([0x92, 0x01])],
    ["a map with numbers for keys", new Uint8Array([0x81, 0x01, 0x02])],
    ["two values", new Uint8Array([0x01, 0x02])],
  ])("%s is an error, not a value", (_, msgpack) => expect(() => decode({ msgpack })).toThrow());
});
