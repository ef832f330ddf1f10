import type { Json } from "../../values/json.ts";
import { isList, isObject } from "../../values/term.ts";
import type { Block } from "./blocks.ts";

/**
 * Merges a block of an override file into the one that it overrides: what it says replaces what was said. A nested block in it replaces all of its
 * type, generated ones included; `lifecycle` is merged setting by setting.
 */
export function override(base: Block | undefined, over: Block): Block {
  if (base === undefined) return over;
  const replaced = new Set([...Object.keys(over.body), ...dynamicTypes(over.body.dynamic)]);
  const kept = Object.entries(base.body).flatMap(([key, value]): [string, Json][] => {
    if (key === "dynamic" && !replaced.has("dynamic")) return [[key, without(value, replaced)]];
    if (key === "dynamic") return [[key, [without(value, replaced), over.body.dynamic ?? null].filter((one) => one !== null)]];
    if (key === "lifecycle" && isObject(value) && isObject(over.body.lifecycle))
      return [[key, Object.fromEntries([...Object.entries(value), ...Object.entries(over.body.lifecycle)])]];
    return replaced.has(key) && key !== "//" ? [] : [[key, value]];
  });
  const names = new Set(kept.map(([key]) => key));
  const added = Object.entries(over.body).filter(([key]) => !names.has(key));
  return { ...base, body: Object.fromEntries([...kept, ...added]) };
}

function dynamicTypes(json: Json | undefined): readonly string[] {
  if (json === undefined) return [];
  return (isList(json) ? json : [json]).flatMap((group) => (isObject(group) ? Object.keys(group) : []));
}

function without(json: Json, types: ReadonlySet<string>): Json {
  const strip = (group: Json): Json =>
    isObject(group) ? Object.fromEntries(Object.entries(group).filter(([type]) => !types.has(type))) : group;
  return isList(json) ? json.map(strip) : strip(json);
}
