import type { Json } from "../../values/json.ts";
import { type Node, parseExpression } from "../../values/language/index.ts";
import { isObject } from "../../values/term.ts";

/** By the called module's own name of a configuration: its caller's name, as it is written; undefined where the call does not say. */
export type Handed = (name: string) => string | "unreadable" | undefined;

/** What a call's `providers` says: `{ ovh.x = ovh.us }`, or the same in JSON. */
export function handedOver(providers: Json): Handed {
  if (providers === null) return () => undefined;
  if (isObject(providers))
    return within(Object.entries(providers).map(([name, value]) => [name, typeof value === "string" ? value : undefined]));
  const node = typeof providers === "string" ? parseExpression(bare(providers)) : undefined;
  // Of what cannot be read, every name may be meant.
  if (node?.type !== "object") return () => "unreadable";
  return within(node.entries.map(({ key, value }) => [key.type === "literal" ? String(key.value) : (textOf(key) ?? "?"), textOf(value)]));
}

function within(pairs: readonly (readonly [name: string, handed: string | undefined])[]): Handed {
  const known = new Map(pairs.map(([name, handed]) => [bare(name), handed ?? "unreadable"]));
  return (name) => known.get(name);
}

const textOf = (node: Node): string | undefined => ("text" in node ? node.text.trim() : undefined);
const bare = (text: string): string => text.replace(/^\$\{([\s\S]*)\}$/, "$1").trim();
