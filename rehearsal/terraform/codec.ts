import { Decoder, Encoder, ExtData, ExtensionCodec } from "@msgpack/msgpack";
import { UNKNOWN, Unknown, type Value } from "./value.ts";

/** A value on the wire: MessagePack, or JSON where the engine prefers it. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

// Every extension is an unknown to the engine, whatever its number; number 12 carries refinements. They are handed back as they came.
const extensions = new ExtensionCodec();
extensions.register({
  type: 0,
  encode: (x) => (x instanceof Unknown && x.code === 0 ? x.data : null),
  decode: (data) => (data.length === 1 && data[0] === 0 ? UNKNOWN : new Unknown(0, data.slice())),
});
extensions.register({
  type: 12,
  encode: (x) => (x instanceof Unknown && x.code === 12 ? x.data : null),
  decode: (data) => new Unknown(12, data.slice()),
});

// A map may have any key, and `__proto__` on a plain object would not be one.
const decoder = new Decoder({ extensionCodec: extensions, useBigInt64: true, mapKeyConverter: safeKey });
const encoder = new Encoder({ extensionCodec: extensions, useBigInt64: true, ignoreUndefined: false });

function safeKey(key: unknown): string {
  if (typeof key !== "string") throw new TypeError("The engine sent a map whose keys are not text.");
  return key;
}

/** Whole numbers that the engine sends in 64 bits fit a JavaScript number most of the time; those that do not stay bigint. */
function settle(value: unknown): Value {
  if (typeof value === "bigint") {
    const small = Number(value);
    return Number.isSafeInteger(small) ? small : value;
  }
  if (value instanceof ExtData) return new Unknown(value.type, typeof value.data === "function" ? value.data(0) : value.data);
  if (value === null || typeof value !== "object" || value instanceof Unknown || value instanceof Uint8Array)
    return (value ?? null) as Value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = settle(value[i]);
    return value as Value;
  }
  const object = value as Record<string, Value>;
  for (const key in object) {
    const inner = object[key];
    if (typeof inner === "object" ? inner !== null : typeof inner === "bigint") object[key] = settle(inner);
  }
  return object;
}

/** What the engine sent; absent means null. */
export function decode(wire: DynamicValue | undefined): Value {
  if (wire?.msgpack !== undefined && wire.msgpack.length > 0) return settle(decoder.decode(wire.msgpack));
  if (wire?.json !== undefined && wire.json.length > 0) return JSON.parse(Buffer.from(wire.json).toString("utf8")) as Value;
  return null;
}

export function encode(value: Value): DynamicValue {
  return { msgpack: encoder.encode(value) };
}
