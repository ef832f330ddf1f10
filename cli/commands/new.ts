import { Command } from "commander";
import type { Leave } from "../exit.ts";

export const newCommand = (leave: Leave) => {
  const create = new Command("new").summary("a rule, a construct or a cloud of your own, with its test");
  const action = (kind: "rule" | "construct" | "cloud") => async (name: string, options: { folder?: string }) =>
    leave(await (await import("../actions/new.ts")).create(kind, name, options));
  create
    .command("rule")
    .description("a rule in one file: promise, reason, check, examples; and its test")
    .argument("<id>", "`family/name`, such as acme/buckets-keep-30-days")
    .option("--folder <folder>", "where to write it", ".")
    .action(action("rule"));
  create
    .command("construct")
    .description("a construct that composes ours, and its test")
    .argument("<name>", "a noun in kebab-case, such as ledger")
    .option("--folder <folder>", "where to write it", ".")
    .action(action("construct"));
  create
    .command("cloud")
    .description("a cloud: regions, placements, lowerings, README, and the contract test that says whether it is right")
    .argument("<name>", "its short name, such as acme-cloud")
    .option("--folder <folder>", "where to write it", ".")
    .action(action("cloud"));
  return create;
};
