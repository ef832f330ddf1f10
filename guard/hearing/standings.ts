import type { CloudFacts } from "../../clouds/contract/index.ts";
import { operatorStanding, regionStanding, type Standing } from "../approvals/approvals.ts";
import { type FoundRegion, nearestApproved } from "../approvals/regions.ts";
import type { Hearing } from "./hearing.ts";
import { perKey, shelfOf } from "./per-sort.ts";

const NOBODY = Symbol("nobody");

const operators = perKey(({ knowledge, approvals, day }, id: string) => {
  const operator = knowledge.operator(id, day);
  return operator === undefined ? NOBODY : { operator, standing: operatorStanding(approvals, operator, day) };
});

/** The company of an id, and whether it is approved; undefined: the catalogue does not know it on that day. */
export function companyOf(hearing: Hearing, id: string) {
  const found = operators(hearing, id);
  return found === NOBODY ? undefined : found;
}

const regions = shelfOf<FoundRegion, Standing>();

/** Whether a region is approved, its operator apart. */
export function standingOf(hearing: Hearing, facts: CloudFacts, region: FoundRegion): Standing {
  const known = regions(hearing);
  const found = known.get(region) ?? regionStanding(hearing.approvals, facts, region, hearing.day);
  known.set(region, found);
  return found;
}

const nearest = perKey((_hearing, _facts: CloudFacts): Map<string, readonly string[]> => new Map());

/** Approved codes to write in the place of one that is refused. */
export function nearestTo(hearing: Hearing, facts: CloudFacts, code: string): readonly string[] {
  const known = nearest(hearing, facts);
  const found = known.get(code) ?? nearestApproved(facts, code, (region) => standingOf(hearing, facts, region).approved);
  known.set(code, found);
  return found;
}
