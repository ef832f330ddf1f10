import { TerroirError } from "../../catalogue/errors.ts";
import { erroredText, keepErrored } from "../crash/errored.ts";
import { type Lost, lostBy, lostText, storedNowhere } from "../crash/lost.ts";
import { closeMark, type OpenMark, openMark } from "../crash/open-mark.ts";
import { keepUntold } from "../crash/untold.ts";
import type { GraphStack } from "../graph/index.ts";
import { type Judgement, writeRecord } from "../records/index.ts";
import { causesOf, type Failure } from "../step/failure.ts";
import { type EngineMessage, errorsOf } from "../step/messages.ts";
import { logOf, pidFileOf, type Seat, settled, step } from "../step/step.ts";
import { type Touched, touchedBy } from "../step/touched.ts";
import { bring } from "./bring.ts";
import { whyNot } from "./may-apply.ts";
import { keep, statementFor } from "./record.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { Planned } from "./stack-plan.ts";
import { stateDigest } from "./state.ts";

export interface ToApply {
  readonly seat: Seat;
  readonly plan: Planned;
  readonly judgement: Judgement;
  /** Digest of the record of a review that it is applied under. */
  readonly review: string | null;
  readonly done: "applied" | "destroyed" | "imported";
}

/** Records what was judged, applies exactly that, and records what came of it. */
export async function apply(run: Run, stack: GraphStack, what: ToApply): Promise<Omit<StackResult, "durationMs">> {
  const { seat, plan, judgement, review } = what;
  const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
  const facts = { judgement, counts: plan.counts, review };
  const before = statementFor(run, stack, { ...facts, outcome: "planned", digests });
  await keep(run, stack, before);
  const refusal = whyNot(run, stack, before, plan.file, await stateDigest(seat));
  if (refusal !== null) return { stack: stack.name, outcome: "refused", because: refusal };
  const mark: OpenMark = {
    stack: stack.name,
    command: run.command,
    statement: before,
    planFile: plan.file,
    log: logOf(seat, "apply"),
    pidFile: pidFileOf(seat, "apply"),
    stateFile: seat.stateFile,
    records: run.workplace.recordsOf(stack),
  };
  openMark(run.home.open, mark);
  const { result, messages, log } = await step(seat, ["apply", "-input=false", "-json", plan.file], {
    signal: run.signal,
    keep: true,
    hear: progressOf(run, stack, plan, what.done),
  });
  const touched = touchedBy(messages);
  const ok = result.code === 0 || (isDone(touched, plan) && leftOnlyItsLock(messages));
  const outcome = ok ? "applied" : result.endedBy !== null || run.signal.aborted || touched.open.size > 0 ? "interrupted" : "failed";
  const after = await digestAfter(seat);
  const statement = statementFor(run, stack, { ...facts, outcome, digests: { ...digests, after } });
  const record = await writeRecord(run.workplace.recordsOf(stack), statement, run.signer);
  const errored = ok ? null : keepErrored(seat);
  const lost = errored !== null ? storedNowhere(touched, errored) : outcome === "interrupted" ? await lostBy(touched, seat) : [];
  // Whoever runs next may be a pipeline that tries again.
  if (!run.workplace.rehearsed) keepUntold(run.home.open, stack.name, lost);
  if (lost.length > 0) run.unsure.set(stack.name, lost);
  closeMark(run.home.open, mark);
  // Only now: until its record is kept, the log is what a next run would read.
  settled(log);
  const unkept = await notBrought(run, stack, record);
  const about = { stack: stack.name, counts: plan.counts, record };
  if (ok) {
    const left = result.code === 0 ? unkept : lockLeft(causesOf(result, messages, log), log);
    return { ...about, outcome: what.done, ...(left && { failure: left }) };
  }
  const failure: Failure = {
    during: "apply",
    causes: causesOf(result, messages, log),
    truth: truthOf(stack, touched, plan, { errored, lost, lock: result.endedBy !== null && seat.stateFile === null }),
    next:
      lost.length > 0
        ? "Put it right, and deploy again: that asks the state first, and refuses this stack once if any of it is still not there."
        : "Put it right, and run the same command again: it plans anew from what is true now, and does what is left.",
    log,
  };
  return { ...about, outcome, open: [...touched.open.keys()], failure };
}

const isDone = ({ done, failed, open }: Touched, { counts }: Planned): boolean =>
  failed.length === 0 &&
  open.size === 0 &&
  done.size > 0 &&
  done.size >= Math.max(counts.add, counts.change, counts.destroy, counts.import);

/** Of an apply whose lock alone could not be released, everything is done, and in the state. */
function leftOnlyItsLock(messages: readonly EngineMessage[]): boolean {
  const errors = errorsOf(messages);
  return errors.length > 0 && errors.every(({ summary }) => /releasing the state lock/.test(summary));
}

const lockLeft = (causes: readonly string[], log: string): Failure => ({
  during: "releasing the lock",
  causes,
  truth: ["All of it was done, and is in the state."],
  next: "Whether the lock is still there, the next run says, with its id: `terroir unlock` releases it.",
  log,
});

/** A store that is gone by now takes no record of what was done away. */
async function digestAfter(seat: Seat): Promise<string | null> {
  try {
    return await stateDigest(seat);
  } catch (error) {
    if (error instanceof TerroirError) return null;
    throw error;
  }
}

/** What was done is done, whether or not its record found its place. */
async function notBrought(run: Run, stack: GraphStack, record: string): Promise<Failure | undefined> {
  try {
    await bring(run.workplace, stack);
    return undefined;
  } catch (error) {
    if (!(error instanceof TerroirError)) throw error;
    const truth = [`All of it was done. Its record is ${record}, and not yet beside the state.`];
    const next = "The next run here brings it there. On a machine that is thrown away, keep that file.";
    return { during: "keeping the record", causes: [error.message], truth, next, log: null };
  }
}

function progressOf(run: Run, stack: GraphStack, { counts }: Planned, done: ToApply["done"]) {
  const all = counts.add + counts.change + counts.destroy;
  const phase = done === "destroyed" ? "destroying" : "applying";
  let count = 0;
  run.tell({ stack: stack.name, phase, note: `${all} to do` });
  return ({ type, hook }: { readonly type: string; readonly hook?: { readonly resource?: { readonly addr?: string } } }): void => {
    if (type !== "apply_complete") return;
    count += 1;
    run.tell({ stack: stack.name, phase, note: `${count} of ${all}, ${hook?.resource?.addr ?? ""}` });
  };
}

const DONE: Readonly<Record<string, string>> = { create: "made", update: "changed", delete: "deleted", noop: "kept" };

const stated = (lost: string | null, anything: boolean): readonly string[] =>
  lost !== null ? [lost] : anything ? ["What was done is in the state."] : [];

interface Left {
  /** The state, where it could not be stored. */
  readonly errored: string | null;
  readonly lost: readonly Lost[];
  /** Whether nobody released the lock of the state. */
  readonly lock: boolean;
}

function truthOf(
  stack: GraphStack,
  { done, failed, open }: Touched,
  { counts }: Planned,
  { errored, lost, lock }: Left,
): readonly string[] {
  const all = counts.add + counts.change + counts.destroy;
  const left = Math.max(0, all - done.size - failed.length - open.size);
  const list = (addresses: Iterable<string>): string => {
    const some = [...addresses];
    return some.length > 8 ? `${some.slice(0, 8).join(", ")} and ${some.length - 8} more` : some.join(", ");
  };
  const unknown = [...open.keys()].filter((address) => !lost.some((one) => one.address === address));
  const byAction = Object.entries(DONE).flatMap(([action, word]) => {
    const addresses = [...done].flatMap(([address, what]) => (what === action ? [address] : []));
    return addresses.length === 0 ? [] : [`${word}: ${list(addresses)}`];
  });
  return [
    ...(byAction.length === 0 ? ["Nothing was made, changed or deleted."] : byAction),
    ...(failed.length === 0 ? [] : [`failed: ${list(failed)}`]),
    ...(unknown.length === 0 ? [] : [`begun, and nobody knows how it ended: ${list(unknown)}`]),
    ...(left === 0 ? [] : [`not begun: ${left}`]),
    ...(errored === null ? stated(lostText(stack.name, lost), byAction.length > 0) : [erroredText(stack.name, errored)]),
    ...(lock ? ["The state's lock may still be there. The next run names it, and `terroir unlock` releases it."] : []),
  ];
}
