import { EngineError } from "../catalogue/errors.ts";

/** How the guard in a program begins to say that it refuses something, wherever the engine repeats it. */
export const REFUSES = "The guard refuses ";

/** A program that its own guard refuses: the engine did what it should, so that this is no failure of its. */
export class ProgramRefused extends EngineError {
  override readonly exitCode = 1;
  constructor(refusals: readonly string[]) {
    super(`The program's own guard refuses it; nothing was made.\n${refusals.join("\n")}`);
  }
}

/** A rule's answer, and what is wanted and to be done below it. */
const ANSWER = /^(?:[a-z][\w-]*\/[\w-]+ \((?:outside|undecided)\): .+| {2}(?:want|fix) {1,3}.+)$/;

/** Every refusal in what an engine and its SDK said, each once: they wrap it in errors of their own, and say it as often as they pass it on. */
export function refusalsIn(output: string): readonly string[] {
  const found = new Set<string>();
  const lines = output.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const at = line.indexOf(REFUSES);
    if (at < 0) continue;
    const below = lines.slice(index + 1);
    const end = below.findIndex((one) => !ANSWER.test(one));
    const answers = end < 0 ? below : below.slice(0, end);
    if (answers.length > 0) found.add([line.slice(at), ...answers].join("\n"));
  }
  return [...found];
}
