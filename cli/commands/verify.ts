import { Command } from "commander";
import type { VerifyOptions } from "../actions/verify.ts";
import type { Leave } from "../exit.ts";

const keys = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];

export const verifyCommand = (leave: Leave) =>
  new Command("verify")
    .summary("verify a record's signature, and reproduce its verdicts from the plan")
    .description(
      "Checks who signed the record and that nobody changed it, then judges the plan again as of the record's day, by the policy and the catalogue here: what comes\n" +
        "out must be what was signed, bit for bit.",
    )
    .argument("<record>", "a record, as `terroir plan` and `terroir deploy` write it; or s3://BUCKET/KEY, beside a state")
    .argument("<plan>", "its plan, as `tofu show -json` prints it, or the engine's plan file")
    .option("--key <file>", "public key (PEM) of whoever may sign; this user's own if none is named", keys)
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--path <folder>", "the synthesized folder that it was planned from", "cdktf.out")
    .option("--engine <path>", "OpenTofu or Terraform, to read a plan file")
    .option("--json", "print what was verified as JSON")
    .action(async (record: string, plan: string, options: VerifyOptions) =>
      leave(await (await import("../actions/verify.ts")).verify(record, plan, options)),
    );
