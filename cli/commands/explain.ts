import { Command } from "commander";
import type { Leave } from "../exit.ts";

export const explainCommand = (leave: Leave) =>
  new Command("explain")
    .summary("what a rule promises, or a profile or control asks for, why, and how to satisfy it")
    .argument(
      "[rule]",
      "id of a rule, residency/region, of a profile, secnumcloud, or of a control, SecNumCloud:10.2; without it, all rules in one line each",
    )
    .option("--json", "print it as JSON")
    .action(async (rule: string | undefined, options: { json?: boolean }) =>
      leave(await (await import("../actions/explain.ts")).explain(rule, options)),
    );
