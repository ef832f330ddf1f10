import { Command } from "commander";
import type { RefreshOptions } from "../actions/catalogue.ts";
import type { DiffOptions } from "../actions/catalogue-diff.ts";
import type { Leave } from "../exit.ts";

export const catalogueCommand = (leave: Leave) => {
  const catalogue = new Command("catalogue").summary("what the guard knows, and how it is brought up to date");
  catalogue
    .command("show")
    .description("what the catalogue holds: clouds, provider versions, resource types classified, operators")
    .option("--json", "print it as JSON")
    .action(async (options: { json?: boolean }) => leave(await (await import("../actions/catalogue.ts")).showCatalogue(options)));
  catalogue
    .command("refresh")
    .description(
      "compare a newer `tofu providers schema -json` with the catalogue: what is new, gone, changed, and what nobody has classified yet",
    )
    .argument("<file>", "the output of `tofu providers schema -json`")
    .option("--output <folder>", "write the new schemas in compact form into this folder")
    .option("--json", "print it as JSON")
    .action(async (file: string, options: RefreshOptions) =>
      leave(await (await import("../actions/catalogue.ts")).refreshCatalogue(file, options)),
    );
  catalogue
    .command("export")
    .description("print the catalogue as of a day, as JSON: operators, blocs, regions with their certificates, how every type is placed")
    .option("--as-of <day>", "the day, YYYY-MM-DD")
    .action(async (options: { asOf?: string }) => leave((await import("../actions/catalogue-diff.ts")).exportCatalogue(options)));
  catalogue
    .command("diff")
    .description("what changed between two catalogues, and which stored verdicts it would change; ends with 1 when it changes one")
    .argument("[old]", "a day, or a file that `terroir catalogue export` wrote")
    .argument("[new]", "the same; without it, today's catalogue")
    .option("--since <day>", "compare this day with today")
    .option("--verdicts <file...>", "reports that `terroir check --json` wrote")
    .option("--policy <file>", "the policy of these verdicts")
    .option("--json", "print it as JSON")
    .action(async (old: string | undefined, now: string | undefined, options: DiffOptions) =>
      leave(await (await import("../actions/catalogue-diff.ts")).diffCatalogue(old, now, options)),
    );
  return catalogue;
};
