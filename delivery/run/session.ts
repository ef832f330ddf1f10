import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, TerroirError } from "../../catalogue/errors.ts";
import { makeFolder } from "../../catalogue/make-folder.ts";
import { type Engine, type Environment, refuseArgumentsOf } from "../../engines/index.ts";
import { type Json, type Policy, readSynthesized, SiblingStacks } from "../../guard/index.ts";
import type { Fault } from "../../rehearsal/index.ts";
import { recover } from "../crash/recover.ts";
import { lockRun } from "../crash/run-lock.ts";
import { forgetTold, keepUntold, untoldIn } from "../crash/untold.ts";
import type { Graph } from "../graph/index.ts";
import { type Home, homeIn } from "../home.ts";
import { type PublicKey, type Signer, whoRuns } from "../records/index.ts";
import type { Seat } from "../step/step.ts";
import { realWorkplace } from "../workplace/real.ts";
import { rehearsedWorkplace } from "../workplace/rehearsed.ts";
import type { Workplace } from "../workplace/workplace.ts";
import { bringAll } from "./bring.ts";
import type { Run, Told } from "./run.ts";
import { stateDigest } from "./state.ts";

export interface SessionOptions {
  readonly command: Run["command"];
  /** The project's folder, in which runs keep their papers. */
  readonly project: string;
  /** The synthesized folder. */
  readonly folder: string;
  readonly graph: Graph;
  readonly policy: Policy;
  readonly engine: Engine;
  readonly signer: Signer;
  /** This release of Terroir. */
  readonly terroir: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
  readonly tell: (told: Told) => void;
  /** With simulated clouds, and with state and records apart from what is real. @default false */
  readonly rehearse?: boolean;
  readonly faults?: readonly Fault[];
  /** Values of variables, by name. */
  readonly variables?: Readonly<Record<string, string>>;
  /** How many stacks at once. */
  readonly parallel: number;
  readonly keepGoing?: boolean;
  readonly targets?: readonly string[];
  /** `30s`, `10m`: how long to wait for another run, and for a state's lock. @default "0s" */
  readonly lockTimeout?: string;
  /** Folder for records, instead of beside each state. */
  readonly records?: string;
  readonly plans?: string;
  readonly reviewers?: readonly PublicKey[];
  readonly evenIfRefused?: boolean;
}

/** Opens a run, does its work, and closes it, whatever comes of it. What an earlier run left undone is brought to its end first. */
export async function withRun<T>(options: SessionOptions, work: (run: Run) => Promise<T>): Promise<T> {
  const { command, project, env, signal, tell, signer, rehearse = false, lockTimeout = "0s" } = options;
  refuseArgumentsOf(env);
  // Before anything is touched: what is done has to be recorded.
  if (options.records !== undefined) makeFolder(options.records);
  const home = homeIn(project, rehearse);
  const who = whoRuns(env);
  const say = (line: string): void => tell({ say: line });
  const release = await lockRun({ file: home.lock, by: who.by, command, patience: milliseconds(lockTimeout), waiting: say, signal });
  try {
    const id = randomBytes(4).toString("hex");
    const real = rehearse ? undefined : realWorkplace({ ...options, home, run: id, env: withVariables(env, options.variables) });
    await recover({
      open: home.open,
      runs: home.runs,
      signer,
      // What a rehearsal makes twice costs nobody anything.
      remember: (name, lost) => (rehearse ? undefined : keepUntold(home.open, name, lost)),
      say,
      signal,
      pulled: async (name) => (real === undefined ? null : pulled(real, options.graph, name)),
      seat: (name) => seatOf(real, options.graph, name),
    });
    if (real !== undefined) await bringAll(real, options.graph, say);
    // Read before anything is started that would have to be ended.
    const unsure = untoldIn(home.open);
    const workplace = real ?? (await rehearsed(options, home, id));
    const beside = new SiblingStacks(options.folder);
    try {
      const result = await work({
        ...options,
        id,
        began: new Date().toISOString(),
        who,
        home,
        workplace,
        keepGoing: options.keepGoing ?? false,
        targets: options.targets ?? [],
        lockTimeout,
        unsure,
        program: (stack) => readSynthesized(join(options.folder, stack.folder), { beside })[0],
      });
      forgetTold(home.open, unsure);
      return result;
    } finally {
      await workplace.close();
    }
  } finally {
    tidy(home);
    release();
  }
}

const rehearsed = (options: SessionOptions, home: Home, run: string): Promise<Workplace> =>
  rehearsedWorkplace({
    ...options,
    home,
    run,
    variables: (options.variables ?? {}) as Readonly<Record<string, Json>>,
    faults: options.faults ?? [],
  });

const withVariables = (env: Environment, variables: Readonly<Record<string, string>> = {}): Environment => ({
  ...env,
  ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])),
});

async function pulled(workplace: Workplace, graph: Graph, name: string): Promise<string | null> {
  const seat = seatOf(workplace, graph, name);
  if (seat === null) return null;
  try {
    return await stateDigest(seat);
  } catch (error) {
    if (error instanceof TerroirError) return null;
    throw error;
  }
}

function seatOf(workplace: Workplace | undefined, { stacks }: Graph, name: string): Seat | null {
  const stack = stacks.find((one) => one.name === name);
  return workplace === undefined || stack === undefined ? null : workplace.seat(stack);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export function milliseconds(text: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) throw new InputError(`${text} is no duration. Write 30s, 10m or 1h.`);
  return Number(count) * (UNITS[unit] ?? 0);
}

/** Logs of so many runs are kept. */
const KEPT = 20;

/** Ids say nothing of time: the oldest by date go first. */
function tidy({ runs }: Home): void {
  const ids = readdirSync(runs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (ids.length <= KEPT) return;
  const dated = ids.map(({ name }) => ({ path: join(runs, name), at: statSync(join(runs, name)).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { path } of dated.slice(KEPT)) if (!holdsState(path)) rmSync(path, { recursive: true, force: true });
}

/** A state that could not be stored is there until somebody puts it into its place. */
const holdsState = (run: string): boolean => readdirSync(run).some((stack) => existsSync(join(run, stack, "errored.tfstate")));
