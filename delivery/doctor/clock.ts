import { type Check, ok, problem, warning } from "./check.ts";

/** More than this, and stores refuse signed requests: Amazon's limit, which others have taken over. */
const SKEW = 15 * 60_000;
const NOTABLE = 30_000;
const FIX = "set the clock: timedatectl set-ntp true";

/**
 * Compares this machine's clock with a store's. Records and waivers go by it, and an S3 store refuses what it signs.
 *
 * @param date milliseconds, as the store says; NaN: it does not say
 */
export function checkClock(date: number, about: string, now: number, refuses = false): readonly Check[] {
  if (Number.isNaN(date)) return [];
  const skew = Math.abs(now - date);
  const away = `this machine's clock is ${Math.round(skew / 1000)} s away from the store's`;
  if (skew > SKEW && refuses) return [problem("store/clock", about, `${away}, which refuses more than 900 s`, FIX)];
  return skew > NOTABLE
    ? [warning("store/clock", about, away, FIX)]
    : [ok("store/clock", about, "this machine's clock agrees with the store's")];
}
