import { InputError } from "../catalogue/errors.ts";
import type { Environment } from "./locate.ts";

/**
 * Flags that change how an engine works, and nothing of what it makes or sees. A plan that does not refresh is none of them: what was moved elsewhere
 * since the last run would look as if it stood where it was.
 */
const HARMLESS =
  /^--?(?:no-color|compact-warnings|concise|detailed-exitcode|json|(?:parallelism|lock|lock-timeout|input|out|upgrade|reconfigure|get|lockfile)(?:=\S*)?|refresh(?:=(?:true|TRUE|True|1|t|T))?)$/;
/** Commands whose arguments decide what is made, and where its state is. */
const DECIDING = ["", "_init", "_plan", "_apply", "_destroy", "_refresh", "_import"];

/**
 * Engines take arguments from the environment as well, `TF_CLI_ARGS_plan=-var=region=…`: a value, a target, a backend that would be nowhere in what is
 * judged.
 *
 * @throws InputError that names the variable and what to do
 */
export function refuseArgumentsOf(env: Environment): void {
  for (const variable of DECIDING.map((command) => `TF_CLI_ARGS${command}`)) {
    const unjudged = (env[variable] ?? "").split(/\s+/).filter((flag) => flag !== "" && !HARMLESS.test(flag));
    if (unjudged.length > 0)
      throw new InputError(
        `${variable} gives the engine ${unjudged.map((flag) => flag.replace(/=.*/, "=…")).join(" ")}, which nobody would have judged. Take it out of the environment, and give variables with --var, --var-file or TF_VAR_<name>.`,
      );
  }
}

/** The same environment for asking an engine what it is: arguments for its other commands are none for that. */
export const withoutArguments = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("TF_CLI_ARGS")));
