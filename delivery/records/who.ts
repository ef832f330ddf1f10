import { hostname, userInfo } from "node:os";
import type { Environment } from "../../engines/index.ts";

/** By which variables pipelines say who began a job, and where it can be seen. */
const PIPELINES: readonly (readonly [who: string, job: (env: Environment) => string | undefined])[] = [
  ["GITLAB_USER_LOGIN", (env) => env.CI_JOB_URL],
  ["GITHUB_ACTOR", (env) => `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`],
  ["CI_COMMIT_AUTHOR", (env) => env.CI_PIPELINE_URL],
];

/** Who runs this, as far as the environment says: a record's signature proves the key, not this. */
export function whoRuns(env: Environment): { readonly by: string; readonly job: string | null } {
  for (const [name, job] of PIPELINES) {
    const who = env[name];
    if (who !== undefined && who !== "") return { by: who, job: job(env) ?? null };
  }
  return { by: `${userName(env)}@${hostname()}`, job: null };
}

function userName(env: Environment): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no entry.
    return env.USER ?? "unknown";
  }
}
