import { Command } from "commander";
import type { Leave } from "../exit.ts";

export const profilesCommand = (leave: Leave) =>
  new Command("profiles")
    .summary("the frameworks that an infrastructure can be judged by")
    .description(
      "Lists the profiles: what each framework is, and whether it is law, a scheme or a proposal. `terroir explain PROFILE` explains one.",
    )
    .option("--policy <file>", "list the profiles of this policy as well")
    .option("--json", "print them as JSON, with their controls")
    .action(async ({ policy, json }: { policy?: string; json?: boolean }) => {
      const [{ listProfiles }, { policyFor }] = await Promise.all([import("../actions/profiles.ts"), import("../policy-file.ts")]);
      leave(listProfiles((await policyFor(policy)).profiles, json === true));
    });
