/**
 * Portability: what an environment becomes at another operator. It compares what was built at two places and knows how data moves; it builds and runs
 * nothing itself.
 */
export { type ExitInput, type ExitPlan, type ExitStep, exitPlan, type StayingResource } from "./exit-plan.ts";
export { type Outcome, page } from "./page.ts";
export { livesInItsProgram, type PolicyRecord, policyOf, recordedPolicy } from "./policy-record.ts";
export { type BuildRecord, pathsWritten, type RecordedConstruct, readRecord, sizesOf } from "./record.ts";
export { bytesOf, rateOf } from "./volume.ts";
export { blocksIn, type KeptState, type WrittenBlock } from "./written.ts";
