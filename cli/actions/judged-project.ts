import type { Report } from "../../guard/index.ts";
import { refused } from "../io/refused.ts";
import { policyFor } from "../policy-file.ts";
import { synthesisReport } from "../synthesis-report.ts";
import { type SynthOptions, synthesized } from "./synth.ts";

export interface JudgedProject {
  /** Undefined when the guard refused, which has been said. */
  readonly folder: string | undefined;
  /** The verdicts before any engine ran. */
  readonly synthesis: Report;
}

/** A project, synthesized, or a folder as it stands: judged before an engine sees it. */
export async function judgedProject(path: string | undefined, options: SynthOptions, say: (line: string) => void): Promise<JudgedProject> {
  if (path === undefined) {
    say("Synthesizing the project.");
    const { output, report } = await synthesized(options);
    return { folder: output, synthesis: report };
  }
  const report = synthesisReport(path, await policyFor(options.policy));
  if (report.verdict === "inside") return { folder: path, synthesis: report };
  await refused(report, options.policy, "Nothing was rehearsed.");
  return { folder: undefined, synthesis: report };
}
