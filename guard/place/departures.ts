import type { Sending } from "../../clouds/contract/index.ts";
import type { RuleContext, SortContext } from "../hearing/rule-context.ts";
import { all, nothingToJudge, type Refusal, type Ruling } from "../rule/rule.ts";
import { spotRefusal } from "./refusal.ts";
import { sendings } from "./sending.ts";

type Kind = Sending["kind"];

/** Whether anything of these kinds can leave resources of a sort. */
export const sends =
  (...kinds: readonly Kind[]) =>
  ({ placement }: SortContext): boolean =>
    placement?.sends?.some((sending) => kinds.includes(sending.kind)) === true;

/** Everything of these kinds that leaves a resource for a place that is not approved. */
export function departures({ hearing, subject, placement }: RuleContext, ...kinds: readonly Kind[]): Ruling {
  if (placement?.sends === undefined) return nothingToJudge;
  const refusals: Refusal[] = [];
  for (const sending of placement.sends) {
    if (!kinds.includes(sending.kind)) continue;
    for (const sent of sendings(hearing, subject, sending)) {
      const refusal = sent.is === "refused" ? sent.refusal : spotRefusal(hearing, sent.spot);
      if (refusal !== undefined)
        refusals.push(sent.is === "refused" ? refusal : { ...refusal, because: `its ${sending.kind} goes elsewhere: ${refusal.because}` });
    }
  }
  return all(refusals);
}
