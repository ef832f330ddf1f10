import type { Json } from "../../values/json.ts";

/** The parts of `show -json` that are read. Everything may be missing or of another kind: the file is somebody else's. */
export type JsonObject = { readonly [key: string]: Json };

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** A member by a name from outside: `__proto__` and `constructor` are ordinary keys. */
export function field(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

export function text(json: Json | undefined, key: string): string | undefined {
  const found = field(json, key);
  return typeof found === "string" ? found : undefined;
}

export function list(json: Json | undefined, key: string): readonly Json[] {
  const found = field(json, key);
  return isList(found) ? found : [];
}

/** Members of an object as it has them. */
export function entries(json: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(json) ? Object.entries(json) : [];
}
