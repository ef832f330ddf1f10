import { Command, InvalidArgumentError, Option } from "commander";
import type { Format } from "../../evidence/index.ts";
import type { CheckOptions } from "../actions/check.ts";
import type { Leave } from "../exit.ts";
import { shortLived } from "../short-lived.ts";
import { ToldVariables } from "../told-variables.ts";

/** As engines have it; it becomes the name of a folder. */
function workspaceNamed(name: string): string {
  if (!/^[A-Za-z0-9][\w.-]{0,89}$/.test(name)) throw new InvalidArgumentError("A workspace is named by letters, digits, -, _ and dots.");
  return name;
}

const FORMATS: readonly Format[] = ["text", "json", "sarif", "github", "markdown"];

export const checkCommand = (leave: Leave) => {
  const told = new ToldVariables();
  return new Command("check")
    .summary("judge an infrastructure: a synthesized folder, a plan, a state, a folder of HCL, a Pulumi preview")
    .description(
      "Judges what stands at PATH under the policy, and refuses whatever is outside it or cannot be decided.\n\n" +
        "PATH is a folder that `terroir synth` or `cdktf synth` wrote, a *.tf.json file, a plan or a state as `tofu show -json` prints it,\n" +
        "a folder of Terraform code, which is planned in a rehearsal first (no account, no network), or what Pulumi prints:\n" +
        "`pulumi preview --json --show-sames --show-reads`, `pulumi stack export`.",
    )
    .argument("[path...]", "what to judge, cdktf.out if nothing is named; `-` reads standard input")
    .addOption(
      new Option("--policy <file>", "the policy: *.json, or a module whose default export is one").default(
        undefined,
        "terroir.policy.ts or .json, else EU regions and operators",
      ),
    )
    .option("--profile <list>", "judge by these frameworks as well, separated by commas: secnumcloud,hds; `terroir profiles` lists them")
    .option("--as-of <day>", "judge with the facts and waivers of this day, YYYY-MM-DD")
    .option("--rules <list>", "only these rules or families, separated by commas: residency,jurisdiction/operator")
    .addOption(new Option("--format <name>", "how to print the verdicts").choices(FORMATS).default("text"))
    .option("--json", "the same as --format json")
    .option("--views", "say which views were read, and what each could not see")
    .option("--fix", "change the code where a remedy is mechanical and its place certain, and judge again; in CI the patch is printed only")
    .option("--dry-run", "with --fix: print the patch, and write nothing")
    .option(
      "--code <folder>",
      "the code that the plan or the state was made from: it says what provider blocks give and where state is kept",
    )
    .option("--engine <path>", "OpenTofu or Terraform, for folders of Terraform code")
    .option(
      "--var <name=value>",
      "a variable's value, as the engine is told it; for folders of Terraform code, and for a state beside its code",
      told.variable,
    )
    .option("--var-file <file>", "a file of variables' values, *.tfvars or *.tfvars.json; of several, the later wins", told.file)
    .option(
      "--backend-config <setting>",
      "a setting of the backend, or a file of them, as `init` is told it; for folders of Terraform code",
      told.setting,
    )
    .option("--workspace <name>", "the workspace of the run, where code asks for it; for folders of Terraform code", workspaceNamed)
    .action(async (paths: string[], options: CheckOptions) => {
      shortLived(paths);
      leave(await (await import("../actions/check.ts")).check(paths, { ...options, told: told.all, settings: told.settings }));
    });
};
