import { uncaughtText } from "./uncaught.ts";

/** What a process that ends with an error of ours says to the shell. */
export type ExitCode = 1 | 2 | 3;

/** An error for people: its message is complete, says what, where, why and what to do, and is printed without a stack trace. */
export class TerroirError extends Error {
  /** With what the command ends: 1 refused, 2 wrong input or usage, 3 the engine failed. */
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options);
    this.name = "TerroirError";
    this.exitCode = exitCode;
  }
}

/** Wrong input or usage: exit code 2. */
export class InputError extends TerroirError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, 2, options);
    this.name = "InputError";
  }
}

/** The engine failed: exit code 3. */
export class EngineError extends TerroirError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, 3, options);
    this.name = "EngineError";
  }
}

/**
 * Lets an error of ours that nobody catches end the process with its message on standard error, the line of the user's program and its exit code, and
 * without a trace. For errors thrown inside a user's program, where no command of ours stands above. Whoever catches it sees an error like any other.
 */
export function withoutTrace<E extends TerroirError>(error: E): E {
  const speak = (thrown: unknown) => {
    if (thrown !== error) throw thrown;
    process.stderr.write(`${uncaughtText(error)}\n`);
    process.exit(error.exitCode);
  };
  if (process.listenerCount("uncaughtException") === 0) {
    process.once("uncaughtException", speak);
    // An uncaught error arrives before the next turn of the loop; after that the process is its owner's again.
    setImmediate(() => process.off("uncaughtException", speak)).unref();
  }
  return error;
}

/** What to say when this machine's disk, or somebody's share of it, is full; undefined when it is something else. */
export function diskFull(error: unknown): string | undefined {
  if (!(error instanceof Error) || !["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
  const { path } = error as NodeJS.ErrnoException;
  return `The disk is full${path === undefined ? "" : `, and ${path} could not be written`}: ${error.message}.`;
}
