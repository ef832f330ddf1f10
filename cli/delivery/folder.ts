import { resolve } from "node:path";
import { type Graph, readGraph } from "../../delivery/graph/index.ts";
import { judgeFolder, verdictCache } from "../../delivery/index.ts";
import type { Policy } from "../../guard/index.ts";
import { synthesized } from "../actions/synth.ts";
import { refused } from "../io/refused.ts";
import { version } from "../version.ts";

export interface Judged {
  readonly folder: string;
  readonly graph: Graph;
}

/** The synthesized folder that a command is about, judged; undefined when the guard refused, which has been said. */
export async function judgedFolder(
  path: string | undefined,
  options: { readonly app?: string; readonly policy?: string },
  policy: Policy,
  say: (line: string) => void,
): Promise<Judged | undefined> {
  if (path === undefined) {
    say("Synthesizing the project.");
    const { output } = await synthesized(options);
    return output === undefined ? undefined : { folder: output, graph: readGraph(output) };
  }
  const folder = resolve(path);
  const graph = readGraph(path);
  const report = judgeFolder({ folder: path, graph, policy, terroir: version(), cache: verdictCache(process.env) });
  if (report.verdict === "inside") return { folder, graph };
  await refused(report, options.policy, "Nothing was planned.");
  return undefined;
}
