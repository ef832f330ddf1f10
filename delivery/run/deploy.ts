import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TerroirError } from "../../catalogue/errors.ts";
import { lostText, stillLost } from "../crash/lost.ts";
import type { GraphStack } from "../graph/index.ts";
import {
  type Envelope,
  type PublicKey,
  parseEnvelope,
  recordDigest,
  type Statement,
  sha256,
  statementIn,
  untimely,
} from "../records/index.ts";
import type { Seat } from "../step/step.ts";
import { judged } from "./judged.ts";
import { EXCHANGED, isPlanOf, whyNot } from "./may-apply.ts";
import { reviewFiles } from "./plan.ts";
import { keep, statementFor } from "./record.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { SoFar } from "./sofar.ts";
import { apply } from "./stack-apply.ts";
import { type Attempt, initialised, type Planned, planned, shownPlan, targeted } from "./stack-plan.ts";
import { stateDigest } from "./state.ts";

type Result = Omit<StackResult, "durationMs">;

/** Plans a stack once all that it depends on is applied, judges, records, and applies exactly that plan. */
export async function deployStack(run: Run, stack: GraphStack, sofar: SoFar): Promise<Result> {
  const blockedBy = await sofar.blockersOf(stack);
  if (blockedBy.length > 0) return { stack: stack.name, outcome: "blocked", blockedBy, because: "it is not applied" };
  const lost = await untold(run, stack);
  if (lost !== null) return { stack: stack.name, outcome: "refused", because: `${lost} Then deploy again` };
  const given = run.plans === undefined ? undefined : reviewed(run, stack, run.plans);
  if (given?.refusal !== undefined) return { stack: stack.name, outcome: "refused", because: given.refusal };
  if (given?.statement.predicate.outcome === "unchanged") return { stack: stack.name, outcome: "unchanged", because: "as reviewed" };
  const plan = given === undefined ? await planned(run, stack, targeted(run.targets)) : await reviewedPlan(run, stack, given);
  if (!plan.ok) return { stack: stack.name, outcome: "failed", failure: plan.failure };
  try {
    if (given !== undefined) {
      const refusal = whyNot(run, stack, given.statement, plan.file, plan.stateBefore);
      if (refusal !== null) return { stack: stack.name, outcome: "refused", because: refusal };
    }
    const targets = given === undefined ? run.targets : given.statement.predicate.judgement.targets;
    const { report, judgement } = judged(run, stack, plan.json, targets);
    const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
    const refused = report.verdict === "refused";
    if (refused || !plan.anything) {
      const outcome = refused ? "refused" : "unchanged";
      const record = await keep(run, stack, statementFor(run, stack, { outcome, judgement, counts: plan.counts, digests }));
      return { stack: stack.name, outcome, counts: plan.counts, report, record };
    }
    const review = given === undefined ? null : recordDigest(given.envelope);
    return { ...(await apply(run, stack, { seat: plan.seat, plan, judgement, review, done: "applied" })), report };
  } finally {
    // While a mark stands, the plan does: it names the engine that may still be at work.
    if (!existsSync(join(run.home.open, `${stack.name}.json`))) rmSync(plan.file, { force: true });
  }
}

/** Once: who runs again has read it. */
async function untold(run: Run, stack: GraphStack): Promise<string | null> {
  const lost = run.unsure.get(stack.name);
  if (lost === undefined) return null;
  run.unsure.delete(stack.name);
  return lostText(stack.name, await stillLost(lost, run.workplace.seat(stack)));
}

type Reviewed =
  | { readonly refusal: string }
  | { readonly refusal?: undefined; readonly plan: string; readonly envelope: Envelope; readonly statement: Statement };

/** What a review left for a stack: who names a folder of plans means those, and no others. */
function reviewed(run: Run, stack: GraphStack, folder: string): Reviewed {
  const files = reviewFiles(folder, stack.name);
  if (!existsSync(files.record))
    return {
      refusal: `no record of a review in ${folder}: it waited for another stack then, or is new. Plan and review it now, then deploy again.`,
    };
  const keys = run.reviewers ?? [{ keyId: run.signer.keyId, key: run.signer.publicKey }];
  const read = believed(files.record, keys);
  if (typeof read === "string") return { refusal: read };
  const { envelope, statement } = read;
  const when = untimely(statement, files.record);
  if (when !== null) return { refusal: when };
  if (statement.predicate.outcome === "refused") return { refusal: `the guard refused this plan when it was reviewed: ${files.record}` };
  if (statement.predicate.outcome !== "unchanged" && !existsSync(files.plan))
    return { refusal: `its record is there, and its plan is not: ${files.plan}` };
  // Before the engine reads it.
  if (statement.predicate.outcome !== "unchanged" && !isPlanOf(statement, files.plan)) return { refusal: EXCHANGED };
  return { plan: files.plan, envelope, statement };
}

/** What a record says that somebody trusted signed; a text: why it is not to be believed. */
function believed(file: string, keys: readonly PublicKey[]): string | { readonly envelope: Envelope; readonly statement: Statement } {
  try {
    const envelope = parseEnvelope(readFileSync(file, "utf8"), file);
    return { envelope, statement: statementIn(envelope, keys, file) };
  } catch (error) {
    if (error instanceof TerroirError) return error.message;
    throw error;
  }
}

/** The reviewed file itself is what is applied, from a copy that nobody else reaches. */
async function reviewedPlan(
  run: Run,
  stack: GraphStack,
  given: { readonly plan: string },
): Promise<Attempt<Planned & { readonly seat: Seat }>> {
  const begun = await initialised(run, stack);
  if (!begun.ok) return begun;
  const { seat } = begun;
  const file = join(seat.papers, `${stack.name}.tfplan`);
  copyFileSync(given.plan, file);
  const shown = await shownPlan(run, seat, file);
  if (!shown.ok) return shown;
  return { ...shown, seat, file, digest: sha256(readFileSync(file)), anything: true, stateBefore: await stateDigest(seat) };
}
