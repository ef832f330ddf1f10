import { exitOf, type RunResult } from "../../delivery/index.ts";
import { NOTICE } from "../../rehearsal/index.ts";
import type { Exit } from "../exit.ts";
import { marks } from "../io/colour.ts";
import { print, printJson } from "../io/print.ts";
import { runText } from "./text.ts";

export interface Reporting {
  readonly options: { readonly json?: boolean };
  /** What is printed beside what became of the stacks. */
  readonly extra?: () => { readonly json: object; readonly text: string };
  /** Told what became of the stacks, before it is printed. */
  readonly told?: (result: RunResult) => void;
  /** @default as the outcomes of the stacks say */
  readonly exit?: (result: RunResult) => Exit;
}

/** Prints what became of the stacks, for a person or a machine. */
export function report({ options, extra, told, exit: own }: Reporting, result: RunResult): Exit {
  told?.(result);
  const exit = own?.(result) ?? exitOf(result);
  const verdict = result.stacks.some(({ outcome }) => outcome === "refused") ? "refused" : "inside";
  const more = extra?.();
  if (options.json)
    printJson({ ok: exit === 0, verdict, ...(result.rehearsed && { simulated: true, notice: NOTICE }), ...result, ...more?.json });
  else print([more?.text, runText(result, marks(process.stdout))].filter(Boolean).join("\n\n"));
  return exit;
}
