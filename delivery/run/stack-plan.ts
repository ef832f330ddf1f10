import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { shownJson } from "../../engines/index.ts";
import type { Json } from "../../guard/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { jsonDigest, sha256 } from "../records/index.ts";
import { causesOf, type Failure } from "../step/failure.ts";
import { answer, type Seat, type Step, step } from "../step/step.ts";
import type { Counts } from "./result.ts";
import type { Run } from "./run.ts";
import { stateDigest } from "./state.ts";

/** A plan as it lies on disk, and what it says. */
export interface Planned {
  readonly file: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly json: Json;
  readonly jsonDigest: string;
  readonly counts: Counts;
  /** Whether applying it would do anything. */
  readonly anything: boolean;
  readonly stateBefore: string | null;
}

export type Attempt<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly failure: Failure };

export function failed(
  run: Run,
  during: string,
  { result, messages, log }: Step,
  truth: readonly string[],
  next: string,
): { readonly ok: false; readonly failure: Failure } {
  const meant = run.workplace.explain(messages.map((m) => `${m["@message"]}\n${m.diagnostic?.detail ?? ""}`).join("\n"));
  const causes = causesOf(result, messages, log || undefined);
  return { ok: false, failure: { during, causes: meant === null ? causes : [meant, ...causes], truth, next, log } };
}

const NOTHING = ["Nothing was changed."];

export async function initialised(run: Run, stack: GraphStack): Promise<Attempt<{ readonly seat: Seat }>> {
  run.tell({ stack: stack.name, phase: "initialising" });
  const seat = run.workplace.seat(stack);
  const done = await step(seat, ["init", "-input=false", "-no-color"], { signal: run.signal });
  return done.result.code === 0 ? { ok: true, seat } : failed(run, "init", done, NOTHING, "Put it right, and run again.");
}

/** Flags of a plan that is of these addresses alone. */
export const targeted = (addresses: readonly string[]): readonly string[] => addresses.map((address) => `-target=${address}`);

/** Initialises a stack, plans it into a file, and reads what the file says. `here`: where it was initialised already. */
export async function planned(
  run: Run,
  stack: GraphStack,
  flags: readonly string[],
  here?: Seat,
): Promise<Attempt<Planned & { readonly seat: Seat }>> {
  const begun = here === undefined ? await initialised(run, stack) : { ok: true as const, seat: here };
  if (!begun.ok) return begun;
  const { seat } = begun;
  run.tell({ stack: stack.name, phase: "planning" });
  const file = join(seat.papers, `${stack.name}.tfplan`);
  const before = await stateDigest(seat);
  const locks = run.lockTimeout === "0s" ? [] : [`-lock-timeout=${run.lockTimeout}`];
  const done = await step(seat, ["plan", "-input=false", "-json", "-detailed-exitcode", `-out=${file}`, ...locks, ...flags], {
    signal: run.signal,
  });
  if (done.result.code !== 0 && done.result.code !== 2) {
    rmSync(file, { force: true });
    return failed(run, "plan", done, NOTHING, "Put it right, and run again.");
  }
  const shown = await shownPlan(run, seat, file);
  if (!shown.ok) return shown;
  return { ...shown, seat, file, digest: sha256(readFileSync(file)), anything: done.result.code === 2, stateBefore: before };
}

/** What the engine says of a plan file. */
export async function shownPlan(run: Run, seat: Seat, file: string): Promise<Attempt<Pick<Planned, "json" | "jsonDigest" | "counts">>> {
  const result = await answer(seat, ["show", "-json", "-no-color", file], run.signal);
  if (result.code !== 0) return failed(run, "show", { result, messages: [], log: "" }, NOTHING, "Plan again.");
  const json = shownJson(result.stdout) as Json;
  return { ok: true, json, jsonDigest: jsonDigest(json), counts: countsOf(json) };
}

function countsOf(plan: Json): Counts {
  const { resource_changes: changes = [] } = plan as {
    resource_changes?: readonly { mode: string; change: { actions: readonly string[]; importing?: unknown } }[];
  };
  const managed = changes.filter(({ mode }) => mode === "managed");
  const count = (action: string): number => managed.filter(({ change }) => change.actions.includes(action)).length;
  return {
    add: count("create"),
    change: count("update"),
    destroy: count("delete"),
    import: managed.filter(({ change }) => change.importing != null).length,
  };
}
