/** Engines: OpenTofu and Terraform. Finding one, saying why it is that one, and running it so that nothing of its output and no process of its is lost. */
export { beganAt, isAlive, type KnownProcess, programOf, thisProcess } from "./alive.ts";
export { refuseArgumentsOf } from "./command-arguments.ts";
export { atLeast, type Engine, type EngineKind, type EngineOrigin, OLDEST, PINNED, TITLES, titleOf } from "./engine.ts";
export { isolated, quiet } from "./environment.ts";
export { EngineError, errorsIn, translation } from "./error.ts";
export { type EngineSearch, explainMissing, type FindOptions, findEngine } from "./find.ts";
export { cachedTofu, type Environment, engineCache } from "./locate.ts";
export type { Candidate } from "./probe.ts";
export { type ProcessOptions, type ProcessResult, run as runProgram } from "./process.ts";
export { type EngineRun, engineIn, type RunOptions } from "./run.ts";
export { shownJson } from "./shown-json.ts";
