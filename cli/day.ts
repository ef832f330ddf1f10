import { InputError } from "../catalogue/errors.ts";
import type { IsoDate } from "../catalogue/index.ts";

/** A day as a person writes it; one that is in no calendar is none. */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** @throws InputError that says how days are written */
export function dayFrom(text: string, option: string): IsoDate {
  if (!isDay(text)) throw new InputError(`${option} ${text} is no day. Write it as YYYY-MM-DD, ${option} 2026-06-01.`);
  return text;
}
