import type { Statement } from "./statement.ts";

/** So far may two clocks be apart: stores that check signatures by the hour allow as much. */
const SKEW = 15 * 60_000;

/** Why a record cannot be of the time that it says; null when it can: a day in it decides which waivers held. */
export function untimely({ predicate }: Statement, origin: string, now = Date.now()): string | null {
  const { ended } = predicate.run;
  if (Date.parse(ended) <= now + SKEW) return null;
  return `${origin} says that it was made at ${ended}, and here it is ${new Date(now).toISOString()}: a clock is wrong, on that machine or on this one, and waivers go by it. Set it (timedatectl set-ntp true); if it was the other one's, plan and review again.`;
}
