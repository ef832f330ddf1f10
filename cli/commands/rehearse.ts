import { Command } from "commander";
import type { RehearseOptions } from "../actions/rehearse-options.ts";
import type { Leave } from "../exit.ts";

export const rehearseCommand = (leave: Leave) =>
  new Command("rehearse")
    .summary("the whole life of the stacks on the real engine, against simulated providers")
    .description(
      "Synthesizes the project (or takes a synthesized folder, or a folder of Terraform code), lets the guard judge it, and runs the real engine:\n" +
        "init, validate, plan, apply, a second plan that must be empty, destroy. With `--engine pulumi`: preview, up, a second preview that must be empty,\n" +
        "drift that a refresh sees and an update mends, destroy. Providers are simulated from their schemas: no account is used,\n" +
        "no network is touched, nothing real is made. It proves wiring, types, order and the engine's behaviour; it does not prove that a cloud accepts it.",
    )
    .argument("[path]", "a synthesized folder or a folder of Terraform code", undefined)
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--engine <path>", "OpenTofu or Terraform by its path, or `pulumi`")
    .option("--world <file>", "keep the simulated world in this file between runs")
    .option("--faults <file>", "faults to play, as JSON: quota exceeded, region out of stock, slow, failing half-way")
    .option("--keep", "leave everything applied in the world: do not destroy")
    .option("--json", "print the report as JSON")
    .action(async (path: string | undefined, options: RehearseOptions) =>
      leave(await (await import("../actions/rehearse.ts")).rehearseProject(path, options)),
    );
