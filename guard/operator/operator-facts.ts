import type { CloudFacts } from "../../clouds/contract/index.ts";

const narrowed = new WeakMap<CloudFacts, Map<string, CloudFacts>>();

/**
 * A cloud's facts with the regions of one operator alone: a code of Cleura's means nothing at Infomaniak's address, though the same provider speaks to
 * both. The same object for each question, so that what depends on it can be remembered by it.
 */
export function factsOfOperator(facts: CloudFacts, operator: string): CloudFacts {
  if (facts.operator !== undefined) return facts;
  const known = narrowed.get(facts) ?? new Map<string, CloudFacts>();
  narrowed.set(facts, known);
  const found = known.get(operator) ?? {
    ...facts,
    operator,
    regions: Object.fromEntries(Object.entries(facts.regions).filter(([, region]) => region.operator === operator)),
  };
  known.set(operator, found);
  return found;
}
