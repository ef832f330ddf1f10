import type { IsoDate } from "../../catalogue/index.ts";
import { READ } from "./read-sources.ts";

/** One object somewhere in the facts that claims to have a source. */
export interface Found {
  readonly at: string;
  readonly source: unknown;
  readonly seen: unknown;
  /** False: the fact says that nobody read its source. */
  readonly verified?: unknown;
}

/** Every object below `value` that has a `source` or a `seen`. */
export function sourcedFacts(value: unknown, at = ""): readonly Found[] {
  if (typeof value !== "object" || value === null) return [];
  const get = (key: string): unknown => Reflect.get(value, key);
  const here = "source" in value || "seen" in value ? [{ at, source: get("source"), seen: get("seen"), verified: get("verified") }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, child]) => sourcedFacts(child, `${at}/${key}`))];
}

/** What is wrong with the source of a fact; undefined: nothing. */
export function faultOf({ at, source, seen, verified }: Found, today: IsoDate): string | undefined {
  if (verified !== undefined && verified !== false) return `${at}: verified is ${String(verified)}: say nothing, or false`;
  const address = typeof source === "string" ? source.replace(/^generally known; to be read at /, "") : "";
  if (!/^https?:\/\/[^\s]+\.[^\s]+/.test(address)) return `${at}: no page or repository in "${String(source)}"`;
  if ((address !== source) !== (verified === false)) return `${at}: "${String(source)}" and verified ${String(verified)} do not agree`;
  if (verified !== false && !READ.has(address))
    return `${at}: nobody has read ${address}: read it and add it to the list, or mark the fact`;
  if (typeof seen !== "string" || !/^\d{4}-\d\d-\d\d$/.test(seen)) return `${at}: seen "${String(seen)}" is no day`;
  if (new Date(seen).toISOString().slice(0, 10) !== seen) return `${at}: ${seen} is in no calendar`;
  if (seen > today) return `${at}: seen on ${seen}, which has not come yet`;
  const age = (Date.parse(today) - Date.parse(seen)) / 86_400_000;
  return age > 366 ? `${at}: seen on ${seen}, more than a year ago: look again` : undefined;
}
