import { readdirSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../engines/index.ts";
import { notSimulated } from "./not-simulated.ts";
import type { RehearseOptions } from "./options.ts";
import { PLAY, type Scene } from "./phases.ts";
import { RehearsalError } from "./rehearsal-error.ts";
import {
  BEGINNING,
  DEFAULT_PHASES,
  NOTICE,
  PHASES,
  type Phase,
  type PhaseReport,
  type RehearsalReport,
  type StackReport,
} from "./report.ts";
import { type StagedStack, stageStack } from "./stack.ts";
import type { KnownState } from "./staging/remote-states.ts";
import { countByType, resourcesIn, type StateResource } from "./state-file.ts";
import { openTheatre, type Theatre } from "./theatre.ts";

/**
 * Plays the life of one or several stacks with the real engine and simulated providers. What fails is in the report; what could not begin, or
 * would have done something real, is thrown.
 */
export async function rehearse(options: RehearseOptions): Promise<RehearsalReport> {
  const begun = Date.now();
  const toPlay = options.stacks ?? [{ folder: options.folder }];
  const wanted = new Set(options.phases ?? DEFAULT_PHASES);
  // Nothing is applied that was not planned, nothing planned that was not initialised.
  if (["apply", "plan-again", "import", "drift"].some((p) => wanted.has(p as Phase))) wanted.add("plan");
  wanted.add("init");
  const theatre = await openTheatre(options);
  options.say?.(BEGINNING);
  try {
    const played: { stack: StagedStack; phases: PhaseReport[]; resources: Readonly<Record<string, number>> }[] = [];
    const before: KnownState[] = [];
    for (const toRehearse of toPlay) {
      const stack = stageStack(theatre, toRehearse, before, options);
      const phases: PhaseReport[] = [];
      played.push({ stack, phases, resources: {} });
      for (const phase of PHASES.filter((p) => p !== "destroy" && wanted.has(p))) {
        phases.push(await play(theatre, stack, phase, options));
        if (phases.at(-1)?.ok !== true) break;
      }
      const here = played.at(-1);
      if (here !== undefined) here.resources = countByType(await held(stack, phases));
      before.push(stack.known);
      if (phases.at(-1)?.ok !== true) break;
    }
    if (wanted.has("destroy")) {
      for (const { stack, phases } of [...played].reverse()) {
        if ((await held(stack, phases)).length > 0) {
          phases.push(await play(theatre, stack, "destroy", options));
        }
      }
    }
    const stacks: readonly StackReport[] = played.map(({ stack, phases, resources }) => ({
      name: stack.name,
      folder: stack.folder,
      ok: phases.every((p) => p.ok),
      phases,
      resources,
    }));
    return {
      simulated: true,
      notice: NOTICE,
      ok: stacks.length === toPlay.length && stacks.every((s) => s.ok),
      engine: options.engine,
      durationMs: Date.now() - begun,
      stacks,
      assumed: [...theatre.assumed],
      faults: theatre.faults.struck,
      world: { file: options.world ?? null, resources: theatre.world.size, orphans: orphans(theatre) },
    };
  } finally {
    theatre.close();
  }
}

/** What a stack's state holds; nothing where the engine never began. */
async function held(stack: StagedStack, phases: readonly PhaseReport[]): Promise<readonly StateResource[]> {
  return phases.some((p) => p.phase === "init" && p.ok) ? stack.resources() : [];
}

function orphans(theatre: Theatre): readonly string[] {
  const files = readdirSync(theatre.states).filter((file) => file.endsWith(".tfstate"));
  const states = files.map((file) => resourcesIn(join(theatre.states, file)));
  // What an encrypted state knows is not to be seen from here.
  if (states.includes(null)) return [];
  const known = new Set(states.flatMap((resources) => (resources ?? []).map((r) => r.key)));
  return theatre.world.list().flatMap(([key, { type }]) => (known.has(key) ? [] : [`${type} (${key})`]));
}

async function play(theatre: Theatre, stack: StagedStack, phase: Phase, options: RehearseOptions): Promise<PhaseReport> {
  const scene: Scene = { theatre, stack, options };
  const begun = Date.now();
  options.say?.(`${stack.name}: ${phase}`);
  try {
    const outcome = await PLAY[phase](scene);
    return { phase, durationMs: Date.now() - begun, ...outcome };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof RehearsalError && error.kind !== "would-run-programs") throw error;
    if (error instanceof EngineError) {
      const unknown = notSimulated(error.output, theatre.sources);
      if (unknown !== null) throw unknown;
    } else if (!(error instanceof RehearsalError)) throw error;
    return { phase, ok: false, durationMs: Date.now() - begun, failure: error.message };
  }
}
