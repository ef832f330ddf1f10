import { isDay } from "../catalogue/day.ts";
import { InputError } from "../catalogue/errors.ts";
import type { IsoDate } from "../catalogue/index.ts";

/** @throws InputError that says how days are written */
export function dayFrom(text: string, option: string): IsoDate {
  if (!isDay(text)) throw new InputError(`${option} ${text} is no day. Write it as YYYY-MM-DD, ${option} 2026-06-01.`);
  return text;
}
