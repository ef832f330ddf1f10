import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ProcessResult, runProgram } from "../../engines/index.ts";
import { type Reading, stateSettings } from "../state/own-settings.ts";
import { causesOf } from "../step/failure.ts";
import { answer, type Seat } from "../step/step.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";

/** A state as the engine decrypted it, in memory alone. */
export type Pulled =
  | { readonly failed: ProcessResult; readonly during: string }
  | {
      readonly failed?: undefined;
      readonly state: string;
      readonly push: (state: string) => Promise<ProcessResult>;
      readonly clear: () => void;
    };

/**
 * Reads a state from a folder in which the engine knows of the state and its keys only.
 *
 * @param file a file that holds it, under the same keys, instead of its place
 */
export async function pulled(run: Run, seat: Seat, reading: Reading, file?: string): Promise<Pulled> {
  const cwd = join(seat.papers, `state-${reading}${file === undefined ? "" : "-file"}`);
  mkdirSync(cwd, { recursive: true, mode: 0o700 });
  writeFileSync(join(cwd, "main.tf.json"), JSON.stringify(stateSettings(seat.cwd, reading, file).document), { mode: 0o600 });
  const clear = (): void => rmSync(cwd, { recursive: true, force: true });
  const there: Seat = { ...seat, cwd };
  for (const [during, args] of [
    ["init", ["init", "-input=false", "-no-color"]],
    ["state pull", ["state", "pull"]],
  ] as const) {
    const result = await answer(there, args, run.signal);
    if (result.code !== 0) {
      clear();
      return { failed: result, during };
    }
    if (during === "state pull") return { state: result.stdout, push: (state) => push(run, there, state), clear };
  }
  throw new Error("a state is pulled after its folder was initialised");
}

function push(run: Run, { engine, cwd, env }: Seat, input: string): Promise<ProcessResult> {
  const locks = run.lockTimeout === "0s" ? [] : [`-lock-timeout=${run.lockTimeout}`];
  return runProgram(engine.path, ["state", "push", ...locks, "-"], { cwd, env, input, signal: run.signal });
}

export function failureOf({
  during,
  failed,
}: {
  readonly during: string;
  readonly failed: ProcessResult;
}): NonNullable<StackResult["failure"]> {
  const isClear = /unencrypted payload without unencrypted method/.test(`${failed.stdout}${failed.stderr}`);
  return {
    during,
    causes: causesOf(failed, []),
    truth: [],
    next: isClear
      ? "It lies in clear. If that is because nobody has encrypted it yet, run again with --from-clear."
      : "Put it right, and run again: what was not written is as it was.",
    log: null,
  };
}
