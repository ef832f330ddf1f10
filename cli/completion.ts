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
export async function attachCompletion(program: Command): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  tab(program);
}
