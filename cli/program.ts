import { Command } from "commander";
import { catalogueCommand } from "./commands/catalogue.ts";
import { checkCommand } from "./commands/check.ts";
import { ciCommand } from "./commands/ci.ts";
import { deployCommand } from "./commands/deploy.ts";
import { destroyCommand } from "./commands/destroy.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { driftCommand } from "./commands/drift.ts";
import { engineCommand } from "./commands/engine.ts";
import { exitCommand } from "./commands/exit.ts";
import { explainCommand } from "./commands/explain.ts";
import { graphCommand } from "./commands/graph.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { newCommand } from "./commands/new.ts";
import { outputsCommand } from "./commands/outputs.ts";
import { planCommand } from "./commands/plan.ts";
import { profilesCommand } from "./commands/profiles.ts";
import { regionsCommand } from "./commands/regions.ts";
import { rehearseCommand } from "./commands/rehearse.ts";
import { stateCommand } from "./commands/state.ts";
import { synthCommand } from "./commands/synth.ts";
import { unlockCommand } from "./commands/unlock.ts";
import { verifyCommand } from "./commands/verify.ts";
import { attachCompletion, completeCommand } from "./completion.ts";
import type { Leave } from "./exit.ts";
import { version } from "./version.ts";

const COMMANDS: Readonly<Record<string, (leave: Leave) => Command>> = {
  init: initCommand,
  new: newCommand,
  synth: synthCommand,
  check: checkCommand,
  rehearse: rehearseCommand,
  plan: planCommand,
  deploy: deployCommand,
  destroy: destroyCommand,
  drift: driftCommand,
  graph: graphCommand,
  ci: ciCommand,
  outputs: outputsCommand,
  import: importCommand,
  unlock: unlockCommand,
  state: stateCommand,
  doctor: doctorCommand,
  verify: verifyCommand,
  exit: exitCommand,
  regions: regionsCommand,
  explain: explainCommand,
  profiles: profilesCommand,
  engine: engineCommand,
  catalogue: catalogueCommand,
};

/** The command line; where the arguments begin with a command's name, that command alone. */
export async function program(leave: Leave, args: readonly string[] = []): Promise<Command> {
  const terroir = new Command("terroir")
    .description("Infrastructure as code whose origin is guaranteed.")
    .version(version(), "-V, --version", "print the version")
    .helpCommand("help [command]", "the same, for a command")
    .showSuggestionAfterError()
    .addHelpText("after", "\nExit codes: 0 fine, 1 refused, 2 wrong input or usage, 3 the engine failed.");
  const [asked = ""] = args;
  const commands = Object.hasOwn(COMMANDS, asked) ? [COMMANDS[asked] as (typeof COMMANDS)[string]] : Object.values(COMMANDS);
  for (const command of commands) terroir.addCommand(command(leave));
  if (asked === "complete") await attachCompletion(terroir, args);
  else terroir.addCommand(completeCommand());
  politeEverywhere(terroir);
  return terroir;
}

/** Usage errors end as exceptions with exit code 2, in every command and below it. */
function politeEverywhere(command: Command, ways: readonly string[] = []): void {
  // Commander wraps to the terminal's width; where a line of the source ends is no matter of the reader's.
  command.description(command.description().replaceAll(/(?<!\n)\n(?!\n)/g, " "));
  command.helpOption("-h, --help", "say what it does and how to call it");
  command.exitOverride().showHelpAfterError(`(${["terroir help", ...ways].join(" ")} tells more)`);
  for (const sub of command.commands) politeEverywhere(sub, [...ways, sub.name()]);
}
