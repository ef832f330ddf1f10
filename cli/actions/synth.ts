import { relative } from "node:path";
import { Staging } from "../../constructs/staging.ts";
import { writeGraph } from "../../delivery/graph/index.ts";
import { judge, type Report, readSynthesized } from "../../guard/index.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { refused } from "../io/refused.ts";
import { policyFor } from "../policy-file.ts";
import { runProgram } from "../program-run.ts";
import { readProject } from "../project.ts";

export interface SynthOptions {
  readonly app?: string;
  readonly output?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/** Runs the project's program into a folder beside its target, judges what is there, and lets it take its place. */
export async function synth(options: SynthOptions): Promise<Exit> {
  const { output, report } = await synthesized(options);
  if (options.json) printJson({ verdict: output === undefined ? "refused" : "inside", output: output ?? null, report });
  else if (output !== undefined) print(`Written to ${relative("", output) || "."}, all of it inside.`);
  return output === undefined ? 1 : 0;
}

export interface SynthesizedProject {
  /** The folder that was written; undefined when the guard refused, which has been said. */
  readonly output: string | undefined;
  readonly report: Report;
}

/** The program's own app may have judged already. What counts is what it wrote: it is judged here again, whichever app it used. */
export async function synthesized(options: SynthOptions): Promise<SynthesizedProject> {
  const cwd = process.cwd();
  const project = readProject(cwd, options);
  const policy = await policyFor(options.policy);
  const staging = new Staging(project.output);
  try {
    const own = await runProgram(cwd, project, staging.folder);
    const report = own ?? judge(readSynthesized(staging.folder, { as: relative(cwd, project.output) }), policy);
    if (report.verdict === "inside") {
      // A plain app wrote none, and what a program wrote beside its stacks is its word only.
      writeGraph(staging.folder, relative(cwd, project.output));
      staging.publish();
      return { output: project.output, report };
    }
    // The program's own refusal has been printed by the program.
    if (own === undefined) await refused(report, options.policy, "Nothing was written.");
    return { output: undefined, report };
  } finally {
    staging.abandon();
  }
}
