import { Command } from "commander";
import type { RegionsOptions } from "../actions/regions.ts";
import type { Leave } from "../exit.ts";

export const regionsCommand = (leave: Leave) => {
  const regions = new Command("regions")
    .summary("list and search regions; say why one is in or out")
    .description("The regions that the catalogue knows, under the policy.");
  const shared = (command: Command) =>
    command
      .option("--cloud <name>", "only this cloud: ovh, outscale, scaleway …")
      .option("--country <code>", "only this country: FR, DE …")
      .option("--policy <file>", "the policy that says in or out")
      .option("--json", "print it as JSON");
  // The word after `regions` that is no command is what somebody looks for: `terroir regions paris`.
  shared(
    regions
      .command("list", { isDefault: true })
      .description("all regions, or those that resemble a text")
      .argument("[text]", "any spelling"),
  ).action(async (text: string | undefined, options: RegionsOptions) => {
    const actions = await import("../actions/regions.ts");
    leave(await (text === undefined ? actions.listRegions(options) : actions.searchRegions(text, options)));
  });
  shared(
    regions
      .command("search")
      .description("regions whose code, city, country or operator resembles a text")
      .argument("<text>", "any spelling"),
  ).action(async (text: string, options: RegionsOptions) =>
    leave(await (await import("../actions/regions.ts")).searchRegions(text, options)),
  );
  shared(
    regions
      .command("why")
      .description("why a region is in or out under the policy")
      .argument("<region>", "`ovh:GRA11`, or a code in any cloud's spelling"),
  ).action(async (region: string, options: RegionsOptions) =>
    leave(await (await import("../actions/regions.ts")).whyRegion(region, options)),
  );
  return regions;
};
