import { TerroirError } from "../../catalogue/errors.ts";
import { catalogueDigest, type Policy, policyDigest } from "../../guard/index.ts";
import { bytesOf, type Judgement, jsonDigest, type Statement } from "./statement.ts";

/** What stands in the way of believing a record, each with its own sentence; `terroir` and `asOf` come from the record. */
export interface Evidence {
  readonly origin: string;
  /** The plan as JSON. */
  readonly plan: unknown;
  readonly planOrigin: string;
  readonly policy: Policy;
  /** Judges the plan again, as of a day. */
  readonly judge: (asOf: string, terroir: string) => Judgement;
}

const refused = (message: string): TerroirError => new TerroirError(message, 1);

/**
 * Judges a record's plan again, and compares what comes out with what was signed, bit for bit.
 *
 * @throws TerroirError (refused) that says which of plan, policy, catalogue or verdict is another one
 */
export function reproduce(statement: Statement, evidence: Evidence): void {
  const { origin, plan, planOrigin, policy } = evidence;
  const { judgement } = statement.predicate;
  const signed = statement.subject.find(({ name }) => name === "plan.json")?.digest.sha256;
  if (signed !== jsonDigest(plan))
    throw refused(
      `${planOrigin} is not the plan of this record, or was changed since: ${origin} is about the plan sha256:${signed}, this is sha256:${jsonDigest(plan)}.`,
    );
  const ours = policyDigest(policy);
  if (judgement.policy.digest !== ours)
    throw refused(
      `The policy is not the one of this record: ${origin} was judged by "${judgement.policy.name}" (${judgement.policy.digest}), here is "${policy.name}" (${ours}). Give the policy of that day with --policy, or judge the plan anew.`,
    );
  const facts = catalogueDigest();
  if (judgement.catalogue.digest !== facts)
    throw refused(
      `The catalogue is not the one of this record: ${origin} was judged by the facts ${judgement.catalogue.digest} of terroir ${judgement.catalogue.terroir}, here are ${facts}. Install that release; if it is the same, its files were changed.`,
    );
  const again = evidence.judge(judgement.asOf, judgement.catalogue.terroir);
  const copy: Statement = { ...statement, predicate: { ...statement.predicate, judgement: again } };
  if (Buffer.compare(bytesOf(copy), bytesOf(statement)) !== 0)
    throw refused(
      `The verdicts of ${origin} are not those that its plan, policy and catalogue give (${again.verdict} instead of ${judgement.verdict}). Either it was made by a guard that judged otherwise, or whoever signed it changed them.`,
    );
}
