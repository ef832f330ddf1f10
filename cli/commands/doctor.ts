import { Command } from "commander";
import type { DoctorOptions } from "../actions/doctor.ts";
import { PATH } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const doctorCommand = (leave: Leave) =>
  new Command("doctor")
    .summary("look at all that a deployment relies on, before it does")
    .description(
      "The machine and its engine, the repository, each store of states (credentials, clock, whether its lock excludes anybody, versions), each key, who asks the clouds,\n" +
        "and what has cost others a day. Changes nothing, but for a small object that it writes into each bucket and deletes. Ends with 1 when something would fail.",
    )
    .argument("[path]", PATH)
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--engine <path>", "OpenTofu or Terraform")
    .option("--rehearse", "what a rehearsal relies on: machine, engine, repository; no store, no key, nobody's credentials")
    .option("--strict", "end with 1 for a warning as well")
    .option("--json", "print every check as JSON")
    .action(async (path: string | undefined, options: DoctorOptions) =>
      leave(await (await import("../actions/doctor.ts")).doctor(path, options)),
    );
