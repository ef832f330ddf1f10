import { readFileSync } from "node:fs";
import { catalogueDigest, policyDigest } from "../../guard/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { type Statement, sha256 } from "../records/index.ts";
import type { Run } from "./run.ts";

export const EXCHANGED =
  "The plan is not the one that was judged: its file was changed, or exchanged, after the record was made. Plan again.";

/** Whether a record is about this very file. */
export const isPlanOf = ({ subject }: Statement, file: string): boolean =>
  subject.find(({ name }) => name === "plan")?.digest.sha256 === sha256(readFileSync(file));

/**
 * Why a plan may not be applied under a record; null when it may. The plan must be the very one that was judged, by this policy and these facts, of
 * the stack as it is now and on the state as it is now, and nothing in it refused.
 */
export function whyNot(run: Run, stack: GraphStack, statement: Statement, planFile: string, state: string | null): string | null {
  const { stack: name, content, judgement, run: made } = statement.predicate;
  const subject = (wanted: string): string | null => statement.subject.find((one) => one.name === wanted)?.digest.sha256 ?? null;
  if (name !== stack.name) return `The record is about the stack ${name}, not ${stack.name}.`;
  if (!isPlanOf(statement, planFile)) return EXCHANGED;
  if (judgement.verdict !== "inside" && run.evenIfRefused !== true) return "The guard refused this plan. What it found is in the record.";
  if (judgement.policy.digest !== policyDigest(run.policy))
    return `The plan was judged by another policy, "${judgement.policy.name}" ${judgement.policy.digest}; the one here is "${run.policy.name}" ${policyDigest(run.policy)}. Plan again under this one.`;
  if (judgement.catalogue.digest !== catalogueDigest())
    return `The plan was judged by another catalogue, that of terroir ${judgement.catalogue.terroir} (${judgement.catalogue.digest}); the one here is ${catalogueDigest()}. Plan again with this release; if it is the same, its files were changed.`;
  if (content !== stack.digest) return "The stack is another one than was planned: its content changed since. Plan again.";
  if (made.rehearsed !== run.workplace.rehearsed) return "A plan of a rehearsal is no plan of what is real, nor the other way round.";
  if (subject("state.before") !== state) return "The plan is older than the state: somebody deployed after it was made. Plan again.";
  return null;
}
