import { InputError } from "../errors.ts";

/**
 * What counts as shown. `proved`: an attribute says it; `claimed`: or the operator says it of the service; `shown`: or the provider has no attribute and
 * the operator makes no claim, in which case the finding says that nothing is shown.
 */
export const ACCEPTED = ["shown", "claimed", "proved"] as const;
export type Accepted = (typeof ACCEPTED)[number];

/** How much a policy asks to be shown: 0 for `shown`, 2 for `proved`. A slip of the pen would accept more than was meant. */
export function levelOf(rule: string, accept: string): 0 | 1 | 2 {
  const level = (ACCEPTED as readonly string[]).indexOf(accept);
  if (level === 0 || level === 1 || level === 2) return level;
  throw new InputError(`The policy sets parameters["${rule}"].accept to ${JSON.stringify(accept)}. Write one of ${ACCEPTED.join(", ")}.`);
}
