import { Command } from "commander";
import type { ExitOptions } from "../actions/exit.ts";
import type { Leave } from "../exit.ts";

export const exitCommand = (leave: Leave) =>
  new Command("exit")
    .summary("what it takes to leave for another operator, rehearsed at both")
    .description(
      "Builds the project's environment where it stands and once more at another operator, lets the guard judge both, rehearses both on the real\n" +
        "engine with simulated providers, and writes the exit plan: construct by construct what is the same, what changes, what has no counterpart;\n" +
        "which data moves by which means, in which order, and how long it takes. Nothing real is touched.",
    )
    .requiredOption("--to <place>", "the destination: outscale:eu-west-2")
    .option("--from <cloud>", "the operator that is left, where the program has several: ovh (default: that of its first place)")
    .option("--map <from=to>", "send one place to a place of the destination: ovh:SBG5=outscale:cloudgouv-eu-west-1", collect, [])
    .option("--sizes <file>", 'how much data there is, as JSON: { "shop/media": "2 TB" }')
    .option("--rate <rate>", "what really arrives of the line between both", "1 Gbit/s")
    .option("-o, --output <file>", "write the plan here, as a page in Markdown, instead of printing it")
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--engine <path>", "OpenTofu or Terraform")
    .option("--no-rehearse", "build and judge only, run no engine")
    .option("--json", "print the plan as JSON")
    .action(async (options: ExitOptions) => leave(await (await import("../actions/exit.ts")).exitDrill(options)));

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
