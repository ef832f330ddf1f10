import { join, resolve } from "node:path";
import { type Engine, type Environment, quiet } from "../../engines/index.ts";
import type { GraphStack } from "../graph/index.ts";
import type { Home } from "../home.ts";
import { recordsBeside } from "../records/beside/index.ts";
import type { Seat } from "../step/step.ts";
import { ownWayTo } from "../store/own-way.ts";
import { objectAt } from "../store/s3.ts";
import { papersOf } from "./papers.ts";
import type { Workplace } from "./workplace.ts";

export interface RealOptions {
  readonly folder: string;
  readonly home: Home;
  readonly engine: Engine;
  readonly run: string;
  readonly env: Environment;
  /** Instead of beside each state. */
  readonly records?: string | undefined;
}

export function realWorkplace({ folder, home, engine, run, env, records }: RealOptions): Workplace {
  const stateFile = ({ backend }: GraphStack): string | null =>
    backend.type === "local" && backend.at.path !== undefined ? resolve(folder, backend.at.path) : null;
  return {
    engine,
    rehearsed: false,
    madeUp: undefined,
    assumed: [],
    stateFile,
    seat: (stack) => ({
      stack: stack.name,
      engine,
      cwd: join(folder, stack.folder),
      env: quiet(env),
      papers: papersOf(home, run, stack.name),
      stateFile: stateFile(stack),
      ...storedIn(stack, env),
    }),
    recordsOf(stack) {
      if (records !== undefined) return join(records, stack.name);
      const file = stateFile(stack);
      // Beside the state; a synthesis replaces its own folder, and what lies in it.
      const isOutside = file !== null && !file.startsWith(`${resolve(folder)}/`);
      return isOutside ? `${file.replace(/\.tfstate$/, "")}.records` : join(home.records, stack.name);
    },
    recordsBeside: (stack) => (records === undefined ? recordsBeside(stack.backend, join(folder, stack.folder), env) : null),
    explain: () => null,
    close: async () => {},
  };
}

/** Only the engine can ask some stores. */
function storedIn({ backend }: GraphStack, env: Environment): Pick<Seat, "stored"> {
  const way = ownWayTo(backend, env);
  return way === null || typeof way === "string" ? {} : { stored: () => objectAt(way.at, way.credentials, way.at.key) };
}
