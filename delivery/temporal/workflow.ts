import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
  TimeoutFailure,
  workflowInfo,
} from "@temporalio/workflow";
import { type Decision, type DeploymentOrder, type DeploymentResult, isGood, type StackOrder, type StackState } from "./order.ts";
import type { StackActivities, StackAnswer } from "./task.ts";

const state = defineQuery<Record<string, StackState>>("state");
const approve = defineSignal<[Decision]>("approve");
const reject = defineSignal<[Decision]>("reject");

/** A worker that holds a plan answers at once, or is gone. */
const HOLDER_ANSWERS = "1 minute";

/**
 * Deploys stacks, each once those that it depends on are over, each on the queue of its cloud. Deterministic, like every workflow: all that it knows of
 * the world is what workers answered and people signalled.
 *
 * @param known what an earlier part of the same deployment came to, when its history became too long for one
 */
export async function terroirDeployment(order: DeploymentOrder, known: Record<string, StackState> = {}): Promise<DeploymentResult> {
  const stacks: Record<string, StackState> = Object.fromEntries(
    order.stacks.map(({ name }) => [name, known[name] ?? { stage: "waiting" }]),
  );
  const verdicts = new Map<string, Decision & { readonly yes: boolean }>();
  const decide = (yes: boolean) => (decision: Decision) => {
    for (const [name, { stage, plan }] of Object.entries(stacks))
      if (stage === "waiting-for-approval" && plan !== undefined && (decision.stack ?? name) === name && (decision.plan ?? plan) === plan)
        verdicts.set(`${name} ${plan}`, { ...decision, yes });
  };
  setHandler(state, () => stacks);
  setHandler(approve, decide(true));
  setHandler(reject, decide(false));

  let stopped: string | undefined;
  const begun = new Map<string, Promise<void>>();
  const byName = new Map(order.stacks.map((stack) => [stack.name, stack]));
  const once = (name: string): Promise<void> => {
    let going = begun.get(name);
    if (going === undefined) {
      going = go(byName.get(name) as StackOrder);
      begun.set(name, going);
    }
    return going;
  };
  const go = async (stack: StackOrder): Promise<void> => {
    await Promise.all(stack.dependsOn.map(once));
    if (known[stack.name] !== undefined) return;
    const set = (now: StackState): void => {
      stacks[stack.name] = now;
    };
    if (stopped !== undefined) return set({ stage: "not-begun", note: stopped });
    // What is not begun yet, the next part of the history begins.
    if (workflowInfo().continueAsNewSuggested) return;
    const blocking = stack.dependsOn.filter((name) => !isGood((stacks[name] as StackState).stage));
    if (blocking.length > 0) return set({ stage: "blocked", note: `blocked by ${blocking.join(", ")}` });
    const end = await endOf(stack, order, set, (plan) => verdicts.get(`${stack.name} ${plan}`));
    set(end);
    if (end.note === CANCELLED) stopped = CANCELLED;
    else if (!isGood(end.stage) && !order.keepGoing) stopped ??= "another stack failed before";
  };
  await Promise.all(order.stacks.map(({ name }) => once(name)));
  const over = Object.fromEntries(Object.entries(stacks).filter(([, { stage }]) => stage !== "waiting"));
  if (Object.keys(over).length < order.stacks.length) await continueAsNew<typeof terroirDeployment>(order, over);
  return { ok: Object.values(stacks).every(({ stage }) => isGood(stage)), stacks };
}

const CANCELLED = "the deployment was cancelled";

type Verdict = (plan: string) => (Decision & { readonly yes: boolean }) | undefined;

/** What comes of one stack, whatever comes of it. */
async function endOf(stack: StackOrder, order: DeploymentOrder, set: (now: StackState) => void, verdict: Verdict): Promise<StackState> {
  try {
    return order.approval ? await approved(stack, order, set, verdict) : await deployed(stack, order, set);
  } catch (error) {
    return failed(error);
  }
}

async function deployed(stack: StackOrder, order: DeploymentOrder, set: (now: StackState) => void): Promise<StackState> {
  set({ stage: "deploying" });
  return said(await activities(order, stack.queue).terroirDeploy(taskOf(stack)));
}

/** Plans, waits for somebody's word on that very plan, and applies it where it is kept. If that worker is gone, all of it begins again. */
async function approved(stack: StackOrder, order: DeploymentOrder, set: (now: StackState) => void, verdict: Verdict): Promise<StackState> {
  for (let note = ""; ; note = "the worker that held the plan is gone: planned anew") {
    set({ stage: "planning", ...(note !== "" && { note }) });
    const plan = await activities(order, stack.queue).terroirPlan(taskOf(stack));
    const { plan: digest, heldAt } = plan;
    if (plan.stage !== "changes" || digest === undefined || heldAt === undefined) return said(plan);
    set({ ...said(plan), stage: "waiting-for-approval", note: note === "" ? plan.note : `${plan.note} (${note})` });
    await condition(() => verdict(digest) !== undefined);
    const { yes, by, because } = verdict(digest) as NonNullable<ReturnType<Verdict>>;
    if (!yes)
      return { ...said(plan), stage: "refused", decidedBy: by, note: `rejected by ${by}${because === undefined ? "" : `: ${because}`}` };
    set({ ...said(plan), stage: "deploying", decidedBy: by });
    try {
      const held = activities(order, heldAt, HOLDER_ANSWERS);
      return { ...said(await held.terroirApply({ ...taskOf(stack), plan: digest })), decidedBy: by };
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

const taskOf = ({ name, digest, dependsOn }: StackOrder) => ({ stack: name, digest, done: dependsOn });

const said = ({ stage, note, worker, plan, failure }: StackAnswer): StackState => ({
  stage,
  note,
  worker,
  ...(plan !== undefined && { plan }),
  ...(failure !== undefined && { failure }),
});

/** A stack is not given up while its engine works: a cancellation is over when the engine has written its state. */
const activities = (
  { minutes, heartbeatSeconds }: DeploymentOrder,
  taskQueue: string,
  scheduleToStartTimeout?: "1 minute",
): StackActivities =>
  proxyActivities<StackActivities>({
    taskQueue,
    startToCloseTimeout: `${minutes} minutes`,
    heartbeatTimeout: `${heartbeatSeconds} seconds`,
    ...(scheduleToStartTimeout !== undefined && { scheduleToStartTimeout }),
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: "2 seconds", backoffCoefficient: 2, maximumInterval: "1 minute", maximumAttempts: 10 },
  });

/** Nobody serves the holder's queue any more, or the holder died over it. */
const isGone = (error: unknown): boolean => error instanceof ActivityFailure && error.cause instanceof TimeoutFailure;

function failed(error: unknown): StackState {
  if (isCancellation(error) || error instanceof CancelledFailure) return { stage: "not-begun", note: CANCELLED };
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure && cause.details?.[0] !== undefined) return said(cause.details[0] as StackAnswer);
  const because =
    cause instanceof TimeoutFailure ? `no worker brought it to its end: ${cause.message}` : String((cause as Error)?.message ?? cause);
  return { stage: "failed", note: because, failure: [because] };
}
