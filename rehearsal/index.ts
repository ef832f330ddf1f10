/**
 * Rehearsals: the whole life of a stack with the real engine and simulated providers. No account, no network, nothing real touched; it says
 * so everywhere. It proves wiring, types, order, state and what the guard says of the plan, not that a cloud accepts the configuration.
 */
export type { Fault, FaultKind } from "./faults.ts";
export { type Host, type HostOptions, startHost } from "./host/index.ts";
export { notSimulated } from "./not-simulated.ts";
export type { Drift, RehearseOptions, StackToRehearse } from "./options.ts";
export type { PlanDocument } from "./plan-document.ts";
export { type PlanJsonOptions, planJson, type RehearsedPlan } from "./plan-json.ts";
export type { ProviderToSimulate } from "./provider-to-simulate.ts";
export { simulated } from "./providers.ts";
export { RehearsalError } from "./rehearsal-error.ts";
export { rehearse } from "./rehearse.ts";
export {
  BEGINNING,
  type Counts,
  DEFAULT_PHASES,
  NOTICE,
  PHASES,
  type Phase,
  type PhaseReport,
  type RehearsalReport,
  type StackReport,
} from "./report.ts";
export { type StagedStack, stageStack } from "./stack.ts";
export { MARK } from "./staging/type-values.ts";
export type { StandIns } from "./stand-in/index.ts";
export { World } from "./world/world.ts";
export type { WorldDocument, WorldResource } from "./world/world-file.ts";
