import { EngineError } from "../../catalogue/errors.ts";
import type { Json } from "../../catalogue/json.ts";
import type { Environment } from "../../engines/index.ts";
import { ProgramRefused } from "../../engines/program-refused.ts";
import type { PulumiEngine } from "../../engines/pulumi/find.ts";
import { type PulumiProgram, type PulumiRun, pulumiIn, saidIn } from "../../engines/pulumi/run.ts";
import { driftOn } from "../drift.ts";
import type { Drift } from "../options.ts";
import type { ProviderToSimulate } from "../provider-to-simulate.ts";
import { BEGINNING, type Counts, NOTICE, type Phase, type PhaseReport, type RehearsalReport } from "../report.ts";
import { countByType, type StateResource } from "../state-file.ts";
import type { World } from "../world/world.ts";
import { openPulumiTheatre, type PulumiTheatre } from "./theatre.ts";

/** What is played, in Terraform's words: preview, up, a second preview that must be empty, drift that a refresh sees and an update mends, destroy. */
export const PULUMI_PHASES: readonly Phase[] = ["plan", "apply", "plan-again", "drift", "destroy"];

export interface RehearsePulumiOptions {
  readonly engine: PulumiEngine;
  /** The project's name. */
  readonly name: string;
  /** Where it comes from, for the report. */
  readonly folder: string;
  /** Registers the resources: run once for each command of the engine. */
  readonly program: PulumiProgram;
  readonly config?: Readonly<Record<string, string>>;
  readonly world?: string;
  readonly drift?: readonly Drift[];
  /** @default all of PULUMI_PHASES */
  readonly phases?: readonly Phase[];
  readonly providers?: readonly ProviderToSimulate[];
  /** Judges the preview before anything is made. A text refuses it. */
  readonly judge?: (preview: Json) => string | null;
  readonly assumed?: readonly string[];
  readonly say?: (line: string) => void;
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
  readonly signal?: AbortSignal;
  readonly env?: Environment;
}

type Outcome = Omit<PhaseReport, "phase" | "durationMs">;

interface Scene {
  readonly theatre: PulumiTheatre;
  readonly run: PulumiRun;
  readonly options: RehearsePulumiOptions;
}

const STACK = "rehearsal";

/** Plays the life of a program with Pulumi's real engine and simulated providers. What fails is in the report. */
export async function rehearsePulumi(options: RehearsePulumiOptions): Promise<RehearsalReport> {
  const { engine, name, folder, say, signal, line, env } = options;
  const begun = Date.now();
  const theatre = await openPulumiTheatre({
    project: name,
    stack: STACK,
    ...(options.config && { config: options.config }),
    ...(options.world !== undefined && { world: options.world }),
    ...(options.providers && { providers: options.providers }),
    ...(env && { env }),
  });
  say?.(BEGINNING);
  try {
    const run = pulumiIn(engine, { cwd: theatre.folder, env: theatre.env, stack: STACK, ...(signal && { signal }), ...(line && { line }) });
    const made = await run.command(["stack", "select", "--create"]);
    if (made.code !== 0) throw new EngineError(`pulumi stack select failed.\n${saidIn(made)}`);
    const scene: Scene = { theatre, run, options };
    const wanted = options.phases ?? PULUMI_PHASES;
    const phases: PhaseReport[] = [];
    for (const phase of PULUMI_PHASES.filter((one) => one !== "destroy" && wanted.includes(one))) {
      say?.(`${name}: ${phase}`);
      phases.push(await play(scene, phase));
      if (phases.at(-1)?.ok !== true) break;
    }
    const resources = countByType(await held(scene));
    if (wanted.includes("destroy") && phases.some(({ phase }) => phase === "apply")) {
      say?.(`${name}: destroy`);
      phases.push(await play(scene, "destroy"));
    }
    const ok = phases.every((phase) => phase.ok);
    return {
      simulated: true,
      notice: NOTICE,
      ok,
      engine: { ...engine, kind: "pulumi" },
      durationMs: Date.now() - begun,
      stacks: [{ name, folder, ok, phases, resources }],
      assumed: [...(options.assumed ?? []), ...theatre.assumed],
      faults: [],
      world: { file: options.world ?? null, resources: theatre.world.size, orphans: await orphans(scene) },
    };
  } finally {
    theatre.close();
  }
}

async function play(scene: Scene, phase: Phase): Promise<PhaseReport> {
  const begun = Date.now();
  try {
    const outcome = await (PLAY[phase] ?? PLAY.plan)(scene);
    return { phase, durationMs: Date.now() - begun, ...outcome };
  } catch (error) {
    scene.options.signal?.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    const refused = error instanceof ProgramRefused ? { refused: true as const } : {};
    return { phase, ok: false, durationMs: Date.now() - begun, failure: error.message, ...refused };
  }
}

const PLAY: { readonly [phase in Phase]?: (scene: Scene) => Promise<Outcome> } & { readonly plan: (scene: Scene) => Promise<Outcome> } = {
  async plan({ run, options }) {
    const preview = await run.preview(options.program);
    const refusal = options.judge?.(preview);
    const counts = countsOf(preview);
    return typeof refusal === "string" ? { ok: false, counts, failure: refusal } : { ok: true, counts };
  },
  async apply({ run, options }) {
    await run.up(options.program);
    return { ok: true };
  },
  "plan-again": ({ run, options }) => again(run, options.program),
  async drift(scene) {
    const { run, theatre, options } = scene;
    const notes = driftOn(theatre.world, await held(scene), options.drift);
    if (notes.length === 0) return { ok: true, notes: ["nothing to change by hand: no resource has a name or description"] };
    await run.refresh();
    const preview = await run.preview(options.program);
    const counts = countsOf(preview);
    if (isClean(preview))
      return {
        ok: false,
        counts,
        notes,
        failure: "The preview did not see what was changed by hand: the program ignores it, or does not set it.",
      };
    await run.up(options.program);
    const mended = await again(run, options.program);
    return { ...mended, counts, notes: [...notes, `seen and mended: ${touched(preview)}`] };
  },
  async destroy(scene) {
    const { run, theatre } = scene;
    const before = await held(scene);
    await run.command(["state", "unprotect", "--all", "--yes"]);
    await run.destroy();
    const left = await held(scene);
    const counts = { add: 0, change: 0, destroy: before.length - left.length, import: 0 };
    const kept = theatre.world.size;
    if (left.length > 0)
      return { ok: false, counts, failure: `${left.length} resources are still there: ${left.map(({ address }) => address).join(", ")}.` };
    return { ok: true, counts, ...(kept > 0 && { notes: [`${kept} resources were kept, as the program says (retainOnDelete)`] }) };
  },
};

async function again(run: PulumiRun, program: PulumiProgram): Promise<Outcome> {
  const preview = await run.preview(program);
  const counts = countsOf(preview);
  if (isClean(preview)) return { ok: true, counts };
  return { ok: false, counts, failure: `The second preview is not empty: ${touched(preview)}. What a program says must be what it gets.` };
}

interface Preview {
  readonly changeSummary?: Readonly<Record<string, number>>;
  readonly steps?: readonly { readonly op: string; readonly urn: string }[];
}

const STAYS = new Set(["same", "read", "refresh"]);
const isClean = (json: Json): boolean => Object.keys((json as Preview).changeSummary ?? {}).every((op) => STAYS.has(op));

function countsOf(json: Json): Counts {
  const { create = 0, update = 0, delete: gone = 0, replace = 0, import: taken = 0 } = (json as Preview).changeSummary ?? {};
  return { add: create + replace, change: update, destroy: gone + replace, import: taken };
}

const touched = (json: Json): string =>
  ((json as Preview).steps ?? [])
    .filter(({ op }) => !STAYS.has(op))
    .map(({ op, urn }) => `${urn.split("::").slice(3).join("::")} (${op})`)
    .join(", ");

interface Exported {
  readonly deployment?: {
    readonly resources?: readonly {
      readonly urn: string;
      readonly custom?: boolean;
      readonly type: string;
      readonly outputs?: Readonly<Record<string, Json>>;
    }[];
  };
}

/** What the state holds, as it is in the world. */
async function held({ run, theatre }: Scene): Promise<readonly StateResource[]> {
  const { deployment } = (await run.exported()) as Exported;
  return (deployment?.resources ?? []).flatMap(({ urn, outputs }): readonly StateResource[] => {
    const key = keyIn(outputs);
    const known = key === null ? undefined : theatre.world.get(key);
    if (key === null || known === undefined) return [];
    return [
      {
        address: urn.split("::").slice(3).join("::"),
        type: known.type,
        attributes: known.attributes as StateResource["attributes"],
        key,
        root: true,
      },
    ];
  });
}

function keyIn(outputs: Readonly<Record<string, Json>> = {}): string | null {
  const { __meta: meta } = outputs;
  return typeof meta === "string" ? ((JSON.parse(meta) as { readonly private?: string }).private ?? null) : null;
}

async function orphans(scene: Scene): Promise<readonly string[]> {
  const known = new Set((await held(scene)).map(({ key }) => key));
  const world: World = scene.theatre.world;
  return world.list().flatMap(([key, { type }]) => (known.has(key) ? [] : [`${type} (${key})`]));
}
