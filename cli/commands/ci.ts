import { Argument, Command } from "commander";
import { PIPELINES } from "../../delivery/pipelines/engines.ts";
import type { CiOptions } from "../actions/ci.ts";
import { PATH } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const ciCommand = (leave: Leave) =>
  new Command("ci")
    .summary("the stacks' pipeline, as a file for the engine that runs it")
    .description(
      "Renders the graph of stacks as a pipeline: check, plan, deploy what was reviewed, drift; one job a stack, in the graph's order.\n" +
        'What a project decides stands in cdktf.json under "terroir": { "ci": … }. The same command writes the file again after a change.',
    )
    .addArgument(new Argument("[engine]", "who runs it; with --check, every file that is there, if not given").choices(PIPELINES))
    .argument("[path]", PATH)
    .option("--check", "write nothing; fail (exit code 1) when a file is missing or stale")
    .option("--overwrite", "take the place of a file that this command did not write")
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .action(async (engine: CiOptions["engine"], path: string | undefined, options: Omit<CiOptions, "engine">) =>
      leave(await (await import("../actions/ci.ts")).ci(path, { ...options, engine })),
    );
