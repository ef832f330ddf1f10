import type { IsoDate } from "../../catalogue/index.ts";

/** One object somewhere in the facts that claims to have a source. */
export interface Found {
  readonly at: string;
  readonly source: unknown;
  readonly seen: unknown;
}

/** Every object below `value` that has a `source` or a `seen`. */
export function sourcedFacts(value: unknown, at = ""): readonly Found[] {
  if (typeof value !== "object" || value === null) return [];
  const here = "source" in value || "seen" in value ? [{ at, source: Reflect.get(value, "source"), seen: Reflect.get(value, "seen") }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, child]) => sourcedFacts(child, `${at}/${key}`))];
}

/** What is wrong with the source of a fact; undefined: nothing. */
export function faultOf({ at, source, seen }: Found, today: IsoDate): string | undefined {
  if (typeof source !== "string" || !/^https?:\/\/[^\s]+\.[^\s]+/.test(source))
    return `${at}: no page or repository in "${String(source)}"`;
  if (typeof seen !== "string" || !/^\d{4}-\d\d-\d\d$/.test(seen)) return `${at}: seen "${String(seen)}" is no day`;
  if (new Date(seen).toISOString().slice(0, 10) !== seen) return `${at}: ${seen} is in no calendar`;
  if (seen > today) return `${at}: seen on ${seen}, which has not come yet`;
  const age = (Date.parse(today) - Date.parse(seen)) / 86_400_000;
  return age > 366 ? `${at}: seen on ${seen}, more than a year ago: look again` : undefined;
}
