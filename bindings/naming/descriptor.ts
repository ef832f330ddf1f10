import { pascalCase } from "./case.ts";
import type { Nesting } from "./names.ts";
import type { Type } from "./types.ts";

/*
 * The short form in which a binding's shape travels. An attribute is `flag` + `type`:
 * flags `!` required, `?` optional, `=` computed only, `-` neither; `^` before them: write-only.
 * types `s n b a`, `l t m` + element, `L S` block lists and sets, `x y` the same for blocks that stand once, a number: that structure.
 */

export type Kind = "resource" | "data" | "ephemeral" | "provider";

/** `code`, or `[code, property]` where the property is not simply the name in camel case. */
export type AttributeRecord = Readonly<Record<string, string | readonly [string, string]>>;

/** `[name, nesting, flags, attributes]`; a leading `~` of the name stands for the class's name. Flags: `1` stands once, `c` computed only. */
export type StructRecord = readonly [string, Nesting, string, AttributeRecord];

/** What a path says of the type and the class: almost always all. */
export function implied(path: string, kind: Kind, provider: string): { readonly tf: string; readonly className: string } {
  const own = path.replaceAll("-", "_");
  const tf = kind === "resource" ? `${provider}_${own}` : kind === "provider" ? provider : own.replace(/^(?:data|ephemeral)_/, "");
  return { tf, className: kind === "provider" ? pascalCase(`${provider}_provider`) : pascalCase(path) };
}

/** `[path, kind, type, class, attributes, structures]`; type and class are empty where the path implies them. */
export type BindingRecord = readonly [string, Kind, string, string, AttributeRecord, readonly StructRecord[]];

const SIMPLE: Readonly<Record<string, "string" | "number" | "boolean" | "any">> = { s: "string", n: "number", b: "boolean", a: "any" };
const COLLECTIONS: Readonly<Record<string, readonly ["list" | "set" | "map", boolean, boolean]>> = {
  l: ["list", false, false],
  t: ["set", false, false],
  m: ["map", false, false],
  L: ["list", false, true],
  S: ["set", false, true],
  x: ["list", true, true],
  y: ["set", true, true],
};

export function encodeType(type: Type): string {
  if (type.of === "struct") return String(type.struct);
  if (type.of === "simple") return type.name === "boolean" ? "b" : type.name.slice(0, 1);
  const letter = Object.keys(COLLECTIONS).find((key) => {
    const [of, single, block] = COLLECTIONS[key] ?? [];
    return of === type.of && single === type.single && block === type.block;
  });
  // A map of blocks is written like any map.
  return `${letter ?? "m"}${encodeType(type.element)}`;
}

export function decodeType(code: string): Type {
  const letter = code.slice(0, 1);
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { of: "simple", name: simple };
  const collection = COLLECTIONS[letter];
  if (collection === undefined) return { of: "struct", struct: Number(code) };
  const [of, single, block] = collection;
  return { of, single, block, element: decodeType(code.slice(1)) };
}
