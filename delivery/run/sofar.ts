import { EngineError } from "../../catalogue/errors.ts";
import { errorsIn, shownJson } from "../../engines/index.ts";
import type { Json } from "../../guard/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { answer } from "../step/step.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import { initialised } from "./stack-plan.ts";

/** What became of the stacks so far, and what others may build on. */
export class SoFar {
  readonly results = new Map<string, StackResult>();
  /** Outputs that a plan would change, by stack. */
  readonly #changing = new Map<string, ReadonlySet<string>>();
  readonly #unapplied = new Set<string>();
  readonly #outputs = new Map<string, Promise<ReadonlySet<string>>>();
  readonly #run: Run;
  readonly #selected: ReadonlySet<string>;

  constructor(run: Run, selected: readonly string[]) {
    this.#run = run;
    this.#selected = new Set(selected);
  }

  /** Takes in what a plan says of a stack's outputs. */
  learn(stack: string, plan: Json): void {
    const { output_changes: changes = {}, prior_state: prior } = plan as {
      output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
      prior_state?: { readonly values?: { readonly root_module?: Module } };
    };
    const changing = Object.entries(changes).flatMap(([name, { actions }]) => (actions.every((one) => one === "no-op") ? [] : [name]));
    this.#changing.set(stack, new Set(changing));
    if (!holds(prior?.values?.root_module)) this.#unapplied.add(stack);
  }

  /** The stacks for which this one must wait: what it reads of them is not applied, or nothing of them is. */
  async blockersOf(stack: GraphStack): Promise<readonly string[]> {
    const blocking = await Promise.all(stack.dependsOn.map(async (name) => ((await this.#blocks(stack, name)) ? [name] : [])));
    return blocking.flat();
  }

  async #blocks(stack: GraphStack, name: string): Promise<boolean> {
    const reads = stack.inputs.flatMap((input) => (input.stack === name ? input.outputs : []));
    if (this.#selected.has(name)) {
      const outcome = this.results.get(name)?.outcome;
      if (outcome === "unchanged" || outcome === "applied") return false;
      if (outcome !== "changes") return true;
      return this.#unapplied.has(name) || reads.some((output) => this.#changing.get(name)?.has(output) === true);
    }
    if (reads.length === 0) return false;
    const there = await this.#outputsOf(name);
    return reads.some((output) => !there.has(output));
  }

  /** The outputs that a stack's state holds. */
  #outputsOf(name: string): Promise<ReadonlySet<string>> {
    let asked = this.#outputs.get(name);
    if (asked === undefined) {
      asked = outputNames(this.#run, name);
      this.#outputs.set(name, asked);
    }
    return asked;
  }
}

interface Module {
  readonly resources?: readonly { readonly mode: string }[];
  readonly child_modules?: readonly Module[];
}

/** Whether a state has anything that the engine manages. */
const holds = (module: Module | undefined): boolean =>
  module?.resources?.some(({ mode }) => mode === "managed") === true || module?.child_modules?.some(holds) === true;

async function outputNames(run: Run, name: string): Promise<ReadonlySet<string>> {
  const stack = run.graph.stacks.find((one) => one.name === name);
  if (stack === undefined) return new Set();
  const begun = await initialised(run, stack);
  // What could not be asked is not "not applied": a store that is gone would look like it.
  if (!begun.ok)
    throw new EngineError([`Whether ${name} is applied, which it reads, could not be found out.`, ...begun.failure.causes].join("\n"));
  const { code, stdout, stderr } = await answer(begun.seat, ["output", "-json"], run.signal);
  if (code !== 0) throw new EngineError(`The outputs of ${name}, which it reads, could not be read.\n${errorsIn(stderr)}`);
  return new Set(Object.keys(shownJson(stdout) as object));
}
