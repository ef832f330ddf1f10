import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Context } from "@temporalio/activity";
import { ApplicationFailure } from "@temporalio/common";
import type { GraphStack } from "../graph/index.ts";
import { deployStack } from "../run/deploy.ts";
import { planStack, reviewFiles } from "../run/plan.ts";
import type { Run } from "../run/run.ts";
import { SoFar } from "../run/sofar.ts";
import { type Visit, visitAll } from "../run/visit.ts";
import { answerOf, given, planIn } from "./answer.ts";
import { limited, oneByName } from "./limit.ts";
import { heldQueue } from "./queues.ts";
import { FAILURES, type StackActivities, type StackAnswer, type StackTask } from "./task.ts";

export interface ActivityOptions {
  /** What all stacks of this worker share. */
  readonly run: Run;
  readonly identity: string;
  /** Stacks at once. */
  readonly parallel: number;
}

/** The work of a worker: one stack each time, by the very steps that the command takes. */
export function stackActivities({ run, identity, parallel }: ActivityOptions): StackActivities {
  const turn = limited(parallel);
  // An attempt that this worker was taken for dead over may still be going on here.
  const alone = oneByName();
  const held = join(run.home.folder, "held");
  const work = (task: StackTask, more: Partial<Run>, visit: (run: Run, stack: GraphStack, sofar: SoFar) => ReturnType<Visit>) =>
    beating(() =>
      alone(task.stack, () =>
        turn(async (): Promise<StackAnswer> => {
          const context = Context.current();
          const { info, cancellationSignal } = context;
          const stack = known(run, task, identity);
          const own: Run = {
            ...run,
            ...more,
            id: randomBytes(4).toString("hex"),
            began: new Date().toISOString(),
            who: { by: run.who.by, job: `${info.workflowExecution?.workflowId ?? ""} ${info.workflowExecution?.runId ?? ""}`.trim() },
            signal: AbortSignal.any([run.signal, cancellationSignal]),
          };
          const sofar = new SoFar(own, [...task.done, task.stack]);
          for (const name of task.done) sofar.results.set(name, { stack: name, outcome: "applied", durationMs: 0 });
          const { stacks } = await visitAll(own, { selected: [stack.name] }, () => visit(own, stack, sofar));
          const [result] = stacks;
          if (result === undefined) throw new Error(`nothing came of ${stack.name}`);
          const stopping = cancellationSignal.aborted && context.cancellationDetails?.cancelRequested !== true;
          return given(answerOf(result, identity), { attempt: info.attempt, stopping, known: (result.open ?? []).length === 0 });
        }),
      ),
    );
  return {
    terroirDeploy: (task) => work(task, {}, deployStack),
    async terroirPlan(task) {
      if (run.reviewers !== undefined) return { stage: "refused", note: REVIEWED_ELSEWHERE, worker: identity };
      const answer = await work(task, { command: "plan" }, (own, stack, sofar) => planStack(own, stack, sofar, held));
      return { ...answer, heldAt: heldQueue(identity) };
    },
    terroirApply: (task) =>
      // The record that was made with the plan must be this worker's own: its key is the reviewer's.
      work(task, { plans: held, reviewers: [{ keyId: run.signer.keyId, key: run.signer.publicKey }] }, async (own, stack, sofar) => {
        const { record } = reviewFiles(held, stack.name);
        if (existsSync(record) && planIn(record) !== task.plan)
          return {
            stack: stack.name,
            outcome: "refused",
            because: "another plan of this stack was made here after the one that was approved. Deploy again, and approve what it shows.",
          };
        return deployStack(own, stack, sofar);
      }),
  };
}

const REVIEWED_ELSEWHERE =
  "this worker applies only plans that were reviewed elsewhere. Start the deployment without approval: the review is one.";

/** @throws ApplicationFailure that another worker may do better with */
function known({ graph }: Run, { stack: name, digest }: StackTask, identity: string): GraphStack {
  const stack = graph.stacks.find((one) => one.name === name);
  if (stack !== undefined && stack.digest === digest) return stack;
  const has = stack === undefined ? "has no such stack" : `has another content of it, ${stack.digest}`;
  throw ApplicationFailure.create({
    message: `The deployment is about ${name} with the content ${digest}; the worker ${identity} ${has}. Give every worker the folder that the deployment was started from.`,
    type: FAILURES.other,
    nonRetryable: false,
  });
}

/** Four beats in the time after which a silent worker is taken for dead. */
const BEATS = 4;

/** Lets the server know, while work goes on, that somebody is at it. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const every = (context.info.heartbeatTimeoutMs ?? 20_000) / BEATS;
  const timer = setInterval(() => context.heartbeat(), every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
