import type { StackStage } from "./order.ts";

/** What a worker is asked to do with one stack. */
export interface StackTask {
  readonly stack: string;
  readonly digest: string;
  /** Stacks that it depends on and that this deployment has brought to their end. */
  readonly done: readonly string[];
}

/** What a worker answers. */
export interface StackAnswer {
  readonly stage: StackStage;
  readonly note: string;
  readonly worker: string;
  readonly plan?: string;
  readonly failure?: readonly string[];
  /** Queue of the worker that holds the plan: no other has its file. */
  readonly heldAt?: string;
}

/** The activities of a worker, by the names that the workflow calls. */
export interface StackActivities {
  /** Plans, judges, records, applies. */
  terroirDeploy(task: StackTask): Promise<StackAnswer>;
  /** Plans, judges, records, and keeps the plan for whoever approves it. */
  terroirPlan(task: StackTask): Promise<StackAnswer>;
  /** Applies the plan that was kept, and no other. */
  terroirApply(task: StackTask & { readonly plan: string }): Promise<StackAnswer>;
}

/** Kinds of failures that a worker tells apart for the workflow. */
export const FAILURES = {
  /** The worker holds other stacks than the deployment is about. */
  other: "OtherStacks",
  /** The engine failed; another attempt may help. */
  engine: "EngineFailed",
} as const;
