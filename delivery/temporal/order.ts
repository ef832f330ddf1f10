import type { StackOutcome } from "../run/result.ts";

/** The workflow that deploys the stacks of one order. */
export const WORKFLOW = "terroirDeployment";

/** The queue of the workflow itself: it decides an order, holds no credential, and may be served anywhere. */
export const WORKFLOW_QUEUE = "terroir";

/** One stack, as workflow and workers speak of it. Names and digests only: what is in the stack stays where the workers are. */
export interface StackOrder {
  readonly name: string;
  /** Content digest, from the graph: a worker with another content does not take it. */
  readonly digest: string;
  /** Those that must be over before, among the stacks of the same deployment. */
  readonly dependsOn: readonly string[];
  /** Task queue of the workers that may deploy it. */
  readonly queue: string;
}

/** What a deployment is started with. */
export interface DeploymentOrder {
  readonly stacks: readonly StackOrder[];
  /** Every plan that would change something waits for a person. */
  readonly approval: boolean;
  /** Go on with what does not depend on what failed. */
  readonly keepGoing: boolean;
  /** How long one attempt at a stack may take, minutes. */
  readonly minutes: number;
  /** A worker that was not heard of for so many seconds is taken for dead. */
  readonly heartbeatSeconds: number;
}

/** What a stack is at, or what became of it. */
export type StackStage = "waiting" | "planning" | "waiting-for-approval" | "deploying" | StackOutcome;

/** One stack, as the query `state` shows it. */
export interface StackState {
  /** How far it is, or how it ended. */
  readonly stage: StackStage;
  /** One line for people: what it waits for, what was done, why not. */
  readonly note?: string;
  /** Digest (SHA-256) of the plan that waits to be approved, or that was applied. */
  readonly plan?: string;
  /** Who deployed it, or holds its plan. */
  readonly worker?: string;
  /** Who approved or rejected the plan, as the signal said it. */
  readonly decidedBy?: string;
  /** Why it failed and what is true now, one paragraph each; secrets never. */
  readonly failure?: readonly string[];
}

/** A deployment as it stands: each stack by its name, in the order of the graph. */
export type DeploymentState = Readonly<Record<string, StackState>>;

/** What came of a deployment. */
export interface DeploymentResult {
  /** Whether every stack is as it should be. */
  readonly ok: boolean;
  /** Each stack as it ended. */
  readonly stacks: DeploymentState;
}

/** Somebody's word on plans that wait. */
export interface Decision {
  /** Who decides, for the history. Whoever may send signals may write any name here: let Temporal's own authorization say who may. */
  readonly by: string;
  /** Only this stack's plan. @default all that wait at this moment */
  readonly stack?: string;
  /** Only if it is this plan: its SHA-256, as the state shows it. */
  readonly plan?: string;
  /** Why, for the history. */
  readonly because?: string;
}

/** A stack that others may build on. */
export const isGood = (stage: StackStage): boolean => stage === "applied" || stage === "unchanged";
