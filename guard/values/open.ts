/** How what nobody knows before a real run is told, in the causes of unknown values: another run, another value. */
export const CHOSEN = "so whoever runs the engine chooses it";
export const AT_RUN = "is decided when the engine runs";
export const WHEN_READ = "is known only when it is read";
export const ON_MACHINE = "depends on the machine that runs the engine";

/** What decides a value that another run may have otherwise, beside writing it out. */
export function howToSettle(cause: string): string {
  if (cause.includes(CHOSEN))
    return "; or let a validation of the variable list what it may be, or check with its value: --var, --var-file";
  return cause.includes(`terraform.workspace ${AT_RUN}`) ? "; or check one workspace at a time: --workspace" : "";
}

/** Whether a value is not known because of what another run may decide, and not because it was not followed. */
export const isOpen = (cause: string): boolean => [CHOSEN, AT_RUN, WHEN_READ, ON_MACHINE].some((words) => cause.includes(words));
