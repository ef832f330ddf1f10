/**
 * Delivery: deploying the stacks of a graph, in order and side by side. Each is planned into a file, judged, recorded, and applied exactly as judged. One
 * folder per concern: the graph, where engines run, one step of an engine, the gate, records, what outlives a crash, and the runs themselves.
 */

export { asItIs } from "./gate/as-it-is.ts";
export { judgeFolder, verdictCache } from "./gate/judge-folder.ts";
export { judgePlan } from "./gate/judge-plan.ts";
export { deployStack } from "./run/deploy.ts";
export { destroyStack } from "./run/destroy.ts";
export { driftOfStack } from "./run/drift.ts";
export { importInto, requireWritten } from "./run/import.ts";
export { outcomeText } from "./run/outcome-text.ts";
export { type Output, outputsOf } from "./run/outputs.ts";
export { planStack } from "./run/plan.ts";
export { restoreState } from "./run/restore.ts";
export { type Drifted, exitOf, type RunResult, type StackResult } from "./run/result.ts";
export { rotateState } from "./run/rotate.ts";
export type { Phase, Run, Told } from "./run/run.ts";
export { type Selection, select } from "./run/select.ts";
export { type SessionOptions, withRun } from "./run/session.ts";
export { unlockStack } from "./run/unlock.ts";
export { visitAll } from "./run/visit.ts";
