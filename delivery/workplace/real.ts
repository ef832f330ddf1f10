import { join, resolve } from "node:path";
import { type Engine, type Environment, quiet } from "../../engines/index.ts";
import type { GraphStack } from "../graph/index.ts";
import type { Home } from "../home.ts";
import { recordsBeside } from "../records/beside.ts";
import type { Seat } from "../step/step.ts";
import { bucketOf } from "../store/bucket-of.ts";
import { credentialsIn } from "../store/credentials.ts";
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
    recordsBeside(stack) {
      const bucket = records === undefined ? bucketOf(stack.backend) : null;
      return bucket && recordsBeside(bucket, credentialsIn(env));
    },
    explain: () => null,
    close: async () => {},
  };
}

/** A workspace that is not the default one keeps its state under another key. */
function storedIn({ backend }: GraphStack, env: Environment): Pick<Seat, "stored"> {
  const bucket = bucketOf(backend);
  const credentials = credentialsIn(env);
  if (bucket === null || credentials === null || (env.TF_WORKSPACE ?? "default") !== "default") return {};
  return { stored: () => objectAt(bucket, credentials, bucket.key) };
}
