/**
 * What is looked at before it is trusted: the machine, the stores of states, their keys, who asks the clouds, and what has cost others a day. Nothing
 * is changed, but for a small object that is written into each bucket and deleted again.
 */
export { type Check, problem, unknown } from "./check.ts";
export { checkLogin, painsOf } from "./clouds.ts";
export { checkCluster } from "./cluster.ts";
export { checkDatabase } from "./database.ts";
export { checkGitLab } from "./gitlab.ts";
export { checkKey } from "./keys.ts";
export { checkBackend, checkEngine, checkNode, checkRepository } from "./project.ts";
export { checkBucket } from "./store.ts";
