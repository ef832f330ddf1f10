import { join } from "node:path";
import type { Engine } from "../../engines/index.ts";
import type { Json } from "../../guard/index.ts";
import { type Fault, MARK, notSimulated, stageStack, startHost } from "../../rehearsal/index.ts";
import type { GraphStack } from "../graph/index.ts";
import type { Home } from "../home.ts";
import type { Seat } from "../step/step.ts";
import { papersOf } from "./papers.ts";
import type { Workplace } from "./workplace.ts";

export interface RehearsedOptions {
  readonly folder: string;
  readonly home: Home;
  readonly engine: Engine;
  readonly run: string;
  /** Values of variables, by name; a variable without one gets one made up. */
  readonly variables: Readonly<Record<string, Json>>;
  readonly faults: readonly Fault[];
  readonly records?: string | undefined;
}

/** Stacks are copied when they are come to: what they read is then there. */
export async function rehearsedWorkplace(options: RehearsedOptions): Promise<Workplace> {
  const { folder, home, engine, run, records } = options;
  const host = await startHost({ world: home.world, faults: options.faults });
  const assumed: string[] = [];
  const stateFile = ({ name }: GraphStack): string => join(host.states, `${name}.tfstate`);
  const stateOf = (name: string): string => join(host.states, `${name}.tfstate`);
  const seats = new Map<string, Seat>();
  return {
    engine,
    rehearsed: true,
    madeUp: MARK,
    assumed,
    stateFile,
    seat(stack) {
      const known = seats.get(stack.name);
      if (known !== undefined) return known;
      const reads = stack.inputs.flatMap((input) => (input.stack === null ? [] : [[input.data, stateOf(input.stack)] as const]));
      const staged = stageStack({ ...host, assumed }, { name: stack.name, folder: join(folder, stack.folder) }, [], {
        engine,
        variables: options.variables,
        remoteStates: Object.fromEntries(reads),
      });
      const seat: Seat = {
        stack: stack.name,
        engine,
        cwd: staged.copy,
        env: staged.env,
        papers: papersOf(home, run, stack.name),
        stateFile: stateFile(stack),
      };
      seats.set(stack.name, seat);
      return seat;
    },
    recordsOf: ({ name }) => join(records ?? home.records, name),
    recordsBeside: () => null,
    explain: (output) => notSimulated(output, host.sources)?.message ?? null,
    close: () => host.close(),
  };
}
