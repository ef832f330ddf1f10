import { readdirSync } from "node:fs";
import type { RootCommand } from "@bomb.sh/tab";
import { Command } from "commander";

/** Shown in the help; what runs it is attached only when it is asked for. */
export const completeCommand = () =>
  new Command("complete")
    .summary("completion for your shell")
    .description(
      "Prints a script for bash, zsh or fish: `source <(terroir complete bash)`, `source <(terroir complete zsh)`, `terroir complete fish | source`.",
    )
    .argument("<shell>", "bash, zsh or fish");

/** Lets the completion library answer `complete`; it reads the commands themselves, so that nothing is listed twice. */
export async function attachCompletion(program: Command, args: readonly string[]): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  makeHarmless(program);
  const root = tab(program);
  await addValues(root, args);
  if (args[1] === "bash") process.stdout.write(WITHOUT_BASH_COMPLETION);
}

/** One short line each, and no sign that a shell would act on: the script for bash hands them to the shell unquoted. */
function makeHarmless(command: Command): void {
  command.description(harmless(command.summary() || command.description()));
  for (const option of command.options) option.description = harmless(option.description);
  for (const sub of command.commands) makeHarmless(sub);
}

const harmless = (text: string): string => (text.split("\n")[0] ?? "").replace(/[^\w ,.;:/-]/g, "");

/** Values that no command line definition knows: rules, places, files here. */
async function addValues(root: RootCommand, args: readonly string[]): Promise<void> {
  const give = (command: string, argument: string, values: readonly string[]): void => {
    root.commands.get(command)?.argument(argument, (complete) => {
      for (const value of values) complete(value, "");
    });
  };
  if (args.includes("explain")) {
    const { builtInProfiles, builtInRules } = await import("../guard/index.ts");
    give(
      "explain",
      "rule",
      [...builtInRules, ...builtInProfiles].map(({ id }) => id),
    );
  }
  if (args.includes("why")) {
    const { CLOUD_FACTS } = await import("../clouds/facts.ts");
    const places = CLOUD_FACTS.flatMap(({ cloud, regions }) => Object.keys(regions).map((code) => `${cloud}:${code}`));
    give("regions why", "region", places);
  }
  const here = readdirSync(".", { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && /^[\w.-]+$/.test(entry.name) && (entry.isDirectory() || entry.name.endsWith(".json")))
    .map(({ name }) => name);
  give("check", "path", here);
  give("rehearse", "path", here);
}

/** The script asks bash-completion for the words of the line; a shell without that package knows them as well. */
const WITHOUT_BASH_COMPLETION = `declare -F _get_comp_words_by_ref >/dev/null || _get_comp_words_by_ref() {
  cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD
}
`;
