import { Command } from "commander";
import type { RefreshOptions } from "../actions/catalogue.ts";
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
  return catalogue;
};
