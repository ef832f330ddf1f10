import type { IsoDate } from "./sourced.ts";

/** A day as a person writes it; one that is in no calendar is none. */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
