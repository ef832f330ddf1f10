import { Command, Option } from "commander";
import type { GraphOptions } from "../actions/graph.ts";
import { PATH } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const graphCommand = (leave: Leave) =>
  new Command("graph")
    .summary("the stacks, and which waits for which")
    .description("Shows the graph by which stacks are deployed, as synthesis writes it into graph.json.")
    .argument("[path]", PATH)
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .addOption(new Option("--format <name>", "how to show it").choices(["text", "json", "dot", "mermaid"]).default("text"))
    .option("--json", "the same as --format json")
    .action(async (path: string | undefined, options: GraphOptions) =>
      leave(await (await import("../actions/graph.ts")).graph(path, options)),
    );
