import { Command } from "commander";
import type { ExplainOptions } from "../actions/explain.ts";
import type { Leave } from "../exit.ts";

export const explainCommand = (leave: Leave) =>
  new Command("explain")
    .summary("what a rule promises, or a profile or control asks for, why, and how to satisfy it")
    .argument(
      "[rule]",
      "id of a rule, residency/region, of a profile, secnumcloud, or of a control, SecNumCloud:10.2; without it, all rules in one line each",
    )
    .option("--policy <file>", "the policy that brings rules and profiles of your own; terroir.policy.ts or .json here, if not given")
    .option("--json", "print it as JSON")
    .action(async (rule: string | undefined, options: ExplainOptions) =>
      leave(await (await import("../actions/explain.ts")).explain(rule, options)),
    );
