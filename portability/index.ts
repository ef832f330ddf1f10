/**
 * Portability: what an environment becomes at another operator. It compares what was built at two places and knows how data moves; it builds and runs
 * nothing itself.
 */
export { type ExitInput, exitPlan } from "./exit-plan.ts";
export type { Outcome } from "./outcome.ts";
export { page } from "./page.ts";
export type { ExitPlan, ExitStep } from "./plan.ts";
export { livesInItsProgram, type PolicyRecord, policyOf, recordedPolicy } from "./policy-record.ts";
export { type BuildRecord, pathsWritten, type RecordedConstruct, readRecord, sizesOf } from "./record.ts";
export type { StayingResource } from "./staying.ts";
export { bytesOf, rateOf } from "./volume.ts";
export { blocksIn, type KeptState, saidIn, type WrittenBlock } from "./written.ts";
