import { type IsoDate, today } from "../../catalogue/index.ts";
import { operatorStanding, regionStanding, type Standing, split } from "../approvals/approvals.ts";
import { nearestApproved, regionOf } from "../approvals/regions.ts";
import { defaultKnowledge } from "../hearing/default-knowledge.ts";
import type { Knowledge } from "../hearing/knowledge.ts";
import type { Policy } from "./policy.ts";
import { underProfiles } from "./under.ts";

/** Why an operator is approved or not, as of a day. */
export function whyOperator(id: string, declared: Policy, day: IsoDate = today(), knowledge: Knowledge = defaultKnowledge): Standing {
  const policy = underProfiles(declared, day, knowledge);
  const operator = knowledge.operator(id, day);
  if (operator === undefined) return { approved: false, because: `the catalogue does not know an operator ${id} on ${day}` };
  const standing = operatorStanding(policy, operator, day);
  return { approved: standing.approved, because: `${operator.name}: ${standing.because}` };
}

/** Why a place, `ovh:GRA11`, is approved or not: the region and whoever runs it, in this order. */
export function whyPlace(
  place: string,
  declared: Policy,
  day: IsoDate = today(),
  knowledge: Knowledge = defaultKnowledge,
): readonly Standing[] {
  const policy = underProfiles(declared, day, knowledge);
  const [cloud, code] = split(place);
  const facts = knowledge.cloud(cloud);
  if (facts === undefined) return [{ approved: false, because: `the catalogue does not know a cloud ${cloud}` }];
  const region = regionOf(facts, code);
  if (region === undefined) {
    const near = nearestApproved(facts, code, (one) => regionStanding(policy, facts, one, day).approved);
    return [
      { approved: false, because: `${cloud} has no region ${code} that the catalogue knows; approved ones near it: ${near.join(", ")}` },
    ];
  }
  const operator = region.operator ?? facts.operator;
  const run =
    operator === undefined
      ? { approved: false, because: "only its endpoint says who runs it" }
      : whyOperator(operator, policy, day, knowledge);
  return [regionStanding(policy, facts, region, day), run];
}
