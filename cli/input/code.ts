import { readdirSync } from "node:fs";
import { type Engine, EngineError, refuseArgumentsOf } from "../../engines/index.ts";
import { type Infrastructure, readPlan, type Subject } from "../../guard/index.ts";
import { isConfiguration, isPassedOver, isVariables } from "../../guard/views/folder/files.ts";
import { asOpenTofu, besidePlan, type FolderOfCode, readFolderOfCode } from "../../guard/views/folder.ts";
import { NOT_MADE, UNREAD_CALL } from "../../guard/views/synthesized/read-module.ts";
import { planJson, RehearsalError } from "../../rehearsal/index.ts";
import { MARK } from "../../rehearsal/staging/type-values.ts";
import { engineFor } from "../engine-for.ts";
import { interruption } from "../interrupt.ts";
import { besideFiles, readingOf } from "./beside-files.ts";
import type { InputOptions } from "./options.ts";
import { type StoodIn, stoodIn, unseenOf } from "./stand-ins.ts";
import { complaints, trustworthy } from "./unplanned.ts";

/**
 * A folder of Terraform code, judged by its plan: the real engine resolves modules, variables and expressions, with simulated providers. The backend,
 * and what encrypts the state, are read where they stand: no plan carries them.
 */
export async function fromCode(folder: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  refuseArgumentsOf(process.env);
  const signal = interruption();
  const engine = await engineFor(options.engine, signal, isForOpenTofu(folder));
  const reading = readingOf(options);
  const read = readFolderOfCode(folder, engine.kind, process.env, reading);
  const other = engine.kind === "terraform" ? asOpenTofu(read, folder, process.env, reading) : undefined;
  const written = { ...read, unseen: [...read.unseen, ...valuesNotRead(folder, options.told)] };
  return [await planned(folder, written, engine, signal, options), ...(other === undefined ? [] : [other])];
}

async function planned(
  folder: string,
  written: FolderOfCode,
  engine: Engine,
  signal: AbortSignal,
  { workspace, say }: InputOptions,
): Promise<Infrastructure> {
  // Nor would it be stopped by a signal: it reads on.
  if (written.endless !== undefined) return { ...written, unseen: [...written.unseen, `a plan, because ${written.endless}`] };
  say(`Planning ${folder} with simulated providers: no account, no network.`);
  const stranger = await stoodIn(written);
  const planWith = async (strange: StoodIn | undefined): Promise<Infrastructure> => {
    const { plan, assumed } = await planJson(folder, {
      engine,
      signal,
      variables: written.told,
      ...(strange && { standIns: strange.standIns }),
      ...(workspace !== undefined && { workspace }),
    });
    const rehearsed = readPlan(plan as Parameters<typeof readPlan>[0], folder, { madeUp: MARK, code: written });
    const together = whole(besidePlan(rehearsed, written, strange), written, assumed);
    return strange === undefined ? together : { ...together, unseen: [...together.unseen, ...unseenOf(strange)] };
  };
  const unlessNone = (error: unknown): EngineError | RehearsalError => {
    if (signal.aborted || !isNoPlan(error)) throw error;
    return error;
  };
  try {
    return await planWith(stranger);
  } catch (error) {
    const first = unlessNone(error);
    if (stranger === undefined || stranger.sources.size > 0) return withoutPlan(written, first);
    // Whether the code can be trusted as it is written, only the engine's own word on it tells, in which nothing is made up.
    return planWith(undefined).catch((second) => withoutPlan(written, unlessNone(second), first));
  }
}

/** Terraform would read nothing in it. */
function isForOpenTofu(folder: string): boolean {
  const names = readdirSync(folder).filter(isConfiguration);
  return names.length > 0 && names.every((name) => isPassedOver(name, names, "terraform"));
}

/** Files of values that an engine reads only when it is told to, where it is told of none: one of them may be what a run goes by. */
function valuesNotRead(folder: string, told: InputOptions["told"]): readonly string[] {
  if ([...(told?.values() ?? [])].some((one) => "value" in one)) return [];
  const files = readdirSync(folder).filter((name) => /\.tfvars(?:\.json)?$/.test(name) && !isVariables(name));
  return files.length === 0 ? [] : [`${files.join(", ")}: an engine reads no such file unless it is named. Check with each: --var-file`];
}

/** A provider that nobody simulates, or something that the engine will not do; that it could not be run at all is another matter. */
const isNoPlan = (error: unknown): error is EngineError | RehearsalError =>
  (error instanceof EngineError && error.code !== null) || (error instanceof RehearsalError && error.kind === "not-simulated");

/**
 * No plan is no reason to look away: what is written can be judged, and what only a plan knows is undecided. Code that the engine reads otherwise
 * than we do is undecided itself.
 *
 * @param stoodIn what the engine said with stand-ins: it may have come further, and stopped at what has nothing to do with them
 */
function withoutPlan(written: Infrastructure, error: EngineError | RehearsalError, stoodIn: unknown = error.cause): Infrastructure {
  const own = error instanceof RehearsalError ? error.message.replace(/\s*\n\s*/g, " ") : complaints(error.output);
  const withStandIns = stoodIn instanceof EngineError ? complaints(stoodIn.output) : own;
  const why = own.includes(withStandIns) ? own : `With stand-ins for what nobody simulates the engine says: ${withStandIns} ${own}`;
  const unseen = [...written.unseen, `a plan, so that what only a plan knows is undecided. ${why}`];
  if (error instanceof RehearsalError || trustworthy(error.output)) return { ...written, unseen };
  const refused: Subject = { kind: "file", address: written.origin, type: why, read: () => [] };
  return { ...written, subjects: [refused, ...written.subjects], unseen };
}

function whole(planned: Infrastructure, written: Infrastructure, assumed: readonly string[]): Infrastructure {
  const both = besideFiles(planned, written);
  return {
    ...both,
    view: "folder",
    origin: written.origin,
    subjects: [...both.subjects],
    unseen: [
      ...written.unseen.filter((what) => !what.endsWith(UNREAD_CALL) && !what.endsWith(NOT_MADE)),
      ...planned.unseen.filter((what) => !what.startsWith("the backend")),
      ...assumed.map((what) => `what stands for ${what}: the rehearsal made it up`),
    ],
  };
}
