import { relative } from "node:path";
import { Staging } from "../../constructs/staging.ts";
import { defaultPolicy, judge, readSynthesized } from "../../guard/index.ts";
import type { SynthOptions } from "../commands/synth.ts";
import type { Exit } from "../exit.ts";
import { print } from "../io/print.ts";
import { runProgram } from "../program-run.ts";
import { readProject } from "../project.ts";

/** Runs the project's program into a folder beside its target, judges what is there, and lets it take its place. */
export async function synth(options: SynthOptions): Promise<Exit> {
  const output = await synthesized(options);
  if (output === undefined) return 1;
  print(`Written to ${relative(process.cwd(), output) || "."}, all of it inside.`);
  return 0;
}

/** The folder that was written; undefined when the guard refused, which has been said. */
export async function synthesized(options: SynthOptions): Promise<string | undefined> {
  const cwd = process.cwd();
  const project = readProject(cwd, options);
  const staging = new Staging(project.output);
  try {
    if ((await runProgram(cwd, project, staging.folder)).refused) {
      staging.abandon();
      return undefined;
    }
    // The program may have used an app without a guard: what counts is what it wrote.
    const report = judge(readSynthesized(staging.folder, { as: relative(process.cwd(), project.output) }), defaultPolicy);
    if (report.verdict === "refused") {
      const { text } = await import("../../evidence/formats/text.ts");
      process.stderr.write(`${text(report)}\n`);
      staging.abandon();
      return undefined;
    }
  } catch (error) {
    staging.abandon();
    throw error;
  }
  staging.publish();
  return project.output;
}
