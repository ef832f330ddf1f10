import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ProcessResult, runProgram } from "../../engines/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { type Reading, stateSettings } from "../state/own-settings.ts";
import { causesOf } from "../step/failure.ts";
import { answer, type Seat } from "../step/step.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";

type Result = Omit<StackResult, "durationMs">;

/**
 * Writes a state anew under the key that the stack names now: read under that one, or one that it had before, or, if that is wanted, in clear. What it
 * says stays the same. It goes through memory alone, and the engine's own lock is held while it is written.
 */
export async function rotateState(run: Run, stack: GraphStack, fromClear: boolean): Promise<Result> {
  const about = { stack: stack.name } as const;
  if (run.workplace.rehearsed) return { ...about, outcome: "unchanged", because: "a rehearsal's states are under no key of yours" };
  if (run.workplace.engine.kind === "terraform")
    return { ...about, outcome: "refused", because: "Terraform can neither read nor write an encrypted state. Use OpenTofu" };
  const seat = run.workplace.seat(stack);
  if (!stateSettings(seat.cwd, "nothing-else").encrypted)
    return { ...about, outcome: "refused", because: "its program names no key: give it one (EncryptedState), and run again" };
  run.tell({ ...about, phase: "reading" });
  const before = await pulled(run, seat, fromClear ? "clear" : "former-keys");
  if (before.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(before) };
  if (before.state.trim() === "") return { ...about, outcome: "unchanged", because: "it is not deployed" };
  run.tell({ ...about, phase: "applying", note: "writing its state anew" });
  const pushed = await before.push(before.state);
  before.clear();
  if (pushed.code !== 0) return { ...about, outcome: "failed", failure: failureOf({ during: "state push", failed: pushed }) };
  const after = await pulled(run, seat, "nothing-else");
  if (after.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(after) };
  after.clear();
  return { ...about, outcome: "unchanged", because: "its state was written anew, and can be read with its present key alone" };
}

type Pulled =
  | { readonly failed: ProcessResult; readonly during: string }
  | {
      readonly failed?: undefined;
      readonly state: string;
      readonly push: (state: string) => Promise<ProcessResult>;
      readonly clear: () => void;
    };

/** Reads a state from a folder in which the engine knows of the state and its keys only. */
async function pulled(run: Run, seat: Seat, reading: Reading): Promise<Pulled> {
  const cwd = join(seat.papers, `state-${reading}`);
  mkdirSync(cwd, { recursive: true, mode: 0o700 });
  writeFileSync(join(cwd, "main.tf.json"), JSON.stringify(stateSettings(seat.cwd, reading).document), { mode: 0o600 });
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

function push(run: Run, { engine, cwd, env }: Seat, state: string): Promise<ProcessResult> {
  const said = JSON.parse(state) as { serial: number };
  const locks = run.lockTimeout === "0s" ? [] : [`-lock-timeout=${run.lockTimeout}`];
  // With the serial number that it has, the engine would find nothing to write.
  const input = JSON.stringify({ ...said, serial: said.serial + 1 });
  return runProgram(engine.path, ["state", "push", ...locks, "-"], { cwd, env, input, signal: run.signal });
}

function failureOf({ during, failed }: { readonly during: string; readonly failed: ProcessResult }): NonNullable<StackResult["failure"]> {
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
