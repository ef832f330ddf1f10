import { Command } from "commander";
import type { SynthOptions } from "../actions/synth.ts";
import type { Leave } from "../exit.ts";

export const synthCommand = (leave: Leave) =>
  new Command("synth")
    .summary("run the project's program and write its stacks, if the guard lets them")
    .description(
      "Runs the program that cdktf.json names. A SovereignApp is judged before anything is written; a plain App is judged here, and its output removed if it is refused.",
    )
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("-o, --output <folder>", "where to write, instead of cdktf.json's `output` or cdktf.out")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--json", "print the verdicts as JSON")
    .action(async (options: SynthOptions) => leave(await (await import("../actions/synth.ts")).synth(options)));
