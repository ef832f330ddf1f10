import type { IsoDate } from "./sourced.ts";

/** The day on which the program runs, in UTC: what a lookup without a day of its own judges by. */
export function today(): IsoDate {
  return new Date().toISOString().slice(0, 10) as IsoDate;
}
