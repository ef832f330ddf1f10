import { Command } from "commander";
import type { EngineOptions } from "../actions/engine.ts";
import type { Leave } from "../exit.ts";

export const engineCommand = (leave: Leave) =>
  new Command("engine")
    .summary("which engine is used, and why; fetch or build one")
    .description(
      "Looks for an engine: what TERRAFORM_BINARY_NAME names, `tofu`, then `terraform` on the PATH, then this command's own cache.\n" +
        "With --install, and only then, the official OpenTofu release is fetched and verified, or OpenTofu is built from its Go module.",
    )
    .option("--install", "fetch or build OpenTofu if no engine is found")
    .option("--json", "print what was found as JSON")
    .action(async (options: EngineOptions) => leave(await (await import("../actions/engine.ts")).engine(options)));
