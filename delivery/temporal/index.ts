/**
 * `terroir/temporal`: many stacks on many machines, over a Temporal server of your own. A deployment is a workflow, a stack is an activity on its
 * cloud's task queue, approval is a signal, state is a query. The only part of Terroir that loads `@temporalio/*`, which the program brings.
 */
export { connect, type Deployment, type Deployments, type DeployOptions } from "./client.ts";
export type { Decision, DeploymentResult, DeploymentState, StackStage, StackState } from "./order.ts";
export { queueOf } from "./queues.ts";
export type { StackWork } from "./session.ts";
export { type StackWorker, type StackWorkerOptions, startWorker } from "./worker.ts";
