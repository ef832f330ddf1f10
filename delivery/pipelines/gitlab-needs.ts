import type { Graph, GraphStack } from "../graph/index.ts";

/** GitLab admits 50 `needs` a job (https://docs.gitlab.com/ci/yaml/#needs, read 2026-11-28); two are the job's own. */
const MOST = 48;

export interface Needs {
  /** Jobs that stand between, each waiting for a part of what one job would wait for. */
  readonly gates: Readonly<Record<string, object>>;
  readonly of: (stack: GraphStack) => readonly string[];
}

/** What each stack's job waits for, within what GitLab admits. */
export function gated(graph: Graph, job: (stack: string) => string): Needs {
  const gates: Record<string, object> = {};
  const needs = new Map(graph.stacks.map(({ name, dependsOn }) => [name, fewer(dependsOn.map(job), job(name), gates)]));
  return { gates, of: ({ name }) => needs.get(name) ?? [] };
}

function fewer(jobs: readonly string[], of: string, gates: Record<string, object>): readonly string[] {
  if (jobs.length <= MOST) return jobs;
  const parts = Array.from({ length: Math.ceil(jobs.length / MOST) }, (_, i) => jobs.slice(i * MOST, (i + 1) * MOST));
  const names = parts.map((part) => {
    const name = `wait:${Object.keys(gates).length + 1}:${of}`;
    gates[name] = {
      stage: "deploy",
      needs: part,
      rules: ["push", "web"].map((source) => ({ if: `$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "${source}"` })),
      variables: { GIT_STRATEGY: "none" },
      extends: ".terroir",
      before_script: [],
      script: ["true"],
    };
    return name;
  });
  return fewer(names, of, gates);
}
