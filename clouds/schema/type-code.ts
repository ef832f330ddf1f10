import type { TypeSchema } from "./schema.ts";

// `s n b d` primitives; `l t m` + element: list, set, map; `{a:s,b?:ls}` object, `?` marks an optional member; `(s,n)` tuple.
const PRIMITIVES: Readonly<Record<string, string>> = { string: "s", number: "n", bool: "b", dynamic: "d" };
const COLLECTIONS: Readonly<Record<string, string>> = { list: "l", set: "t", map: "m" };
const NAME = /^[A-Za-z_][\w-]*/;
const PRIMITIVE_OF = new Map(Object.entries(PRIMITIVES).map(([type, code]) => [code, type]));
const COLLECTION_OF = new Map(Object.entries(COLLECTIONS).map(([type, code]) => [code, type]));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function encodeObject(members: Record<string, unknown>, optional: readonly unknown[]): string | undefined {
  const names = Object.keys(members);
  // The code marks optional members where they stand: a list in another order, or of nobody, would not come back as it was.
  const marked = names.filter((name) => optional.includes(name));
  if (marked.length !== optional.length || marked.some((name, i) => name !== optional[i])) return undefined;
  const parts: string[] = [];
  for (const [name, member] of Object.entries(members)) {
    const code = encodeType(member);
    if (code === undefined || NAME.exec(name)?.[0] !== name) return undefined;
    parts.push(`${name}${optional.includes(name) ? "?" : ""}:${code}`);
  }
  return `{${parts.join()}}`;
}

/** The short form of a type; `undefined` for what is no type that Terraform is known to write. */
export function encodeType(type: unknown): string | undefined {
  if (typeof type === "string") return Object.hasOwn(PRIMITIVES, type) ? PRIMITIVES[type] : undefined;
  if (!Array.isArray(type)) return undefined;
  const [kind, of, optional]: unknown[] = type;
  if (typeof kind !== "string") return undefined;
  if (kind === "object" && isRecord(of)) {
    if (type.length === 2) return encodeObject(of, []);
    return type.length === 3 && Array.isArray(optional) && optional.length > 0 ? encodeObject(of, optional) : undefined;
  }
  if (type.length !== 2) return undefined;
  if (kind === "tuple" && Array.isArray(of)) {
    const parts = of.map(encodeType);
    return parts.includes(undefined) ? undefined : `(${parts.join()})`;
  }
  const element = Object.hasOwn(COLLECTIONS, kind) ? encodeType(of) : undefined;
  return element === undefined ? undefined : `${COLLECTIONS[kind]}${element}`;
}

/** The type that a short form stands for. */
export function decodeType(code: string): TypeSchema {
  let at = 0;
  const fail = (): never => {
    throw new Error(`"${code}" is no type code (position ${at}). The schema file is damaged: import it again.`);
  };
  const members = (close: string, one: () => void) => {
    at++;
    while (code[at] !== close) {
      one();
      if (code[at] === ",") at++;
      else if (code[at] !== close) fail();
    }
    at++;
  };
  const read = (): TypeSchema => {
    const char = code[at] ?? fail();
    const primitive = PRIMITIVE_OF.get(char);
    if (primitive !== undefined) {
      at++;
      return primitive as TypeSchema;
    }
    const collection = COLLECTION_OF.get(char);
    if (collection !== undefined) {
      at++;
      return [collection, read()] as TypeSchema;
    }
    if (char === "(") {
      const types: TypeSchema[] = [];
      members(")", () => types.push(read()));
      return ["tuple", types];
    }
    if (char !== "{") return fail();
    const entries: [string, TypeSchema][] = [];
    const optional: string[] = [];
    members("}", () => {
      const name = NAME.exec(code.slice(at))?.[0] ?? fail();
      at += name.length;
      if (code[at] === "?") {
        optional.push(name);
        at++;
      }
      if (code[at++] !== ":") fail();
      entries.push([name, read()]);
    });
    const object = Object.fromEntries(entries);
    return optional.length === 0 ? ["object", object] : ["object", object, optional];
  };
  const type = read();
  return at === code.length ? type : fail();
}
