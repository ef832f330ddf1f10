import type { SimulatedObject } from "../clouds/contract/rehearsal.ts";
import { driftOn } from "./drift.ts";
import type { RehearseOptions } from "./options.ts";
import { type Change, changesOf, countsOf, type PlanDocument, touched } from "./plan-document.ts";
import { RehearsalError } from "./rehearsal-error.ts";
import type { Phase, PhaseReport } from "./report.ts";
import type { StagedStack } from "./stack.ts";
import { modulePrograms, refuseRealStates } from "./staging/modules.ts";
import { takeOutProtection } from "./staging/protection.ts";
import type { Theatre } from "./theatre.ts";
import { fromPlainObject } from "./world/plain.ts";

export interface Scene {
  readonly theatre: Theatre;
  readonly stack: StagedStack;
  readonly options: Pick<RehearseOptions, "judge" | "drift">;
}

type Outcome = Omit<PhaseReport, "phase" | "durationMs">;

const PLAN = "rehearsal.tfplan";
const OK: Outcome = { ok: true };

/** Plans, reads the plan, and remembers what a fault must recognise. */
async function planned(
  scene: Scene,
  ...flags: readonly string[]
): Promise<{ readonly document: PlanDocument; readonly changes: readonly Change[]; readonly any: boolean }> {
  const { engine } = scene.stack;
  const { changes: any } = await engine.plan(PLAN, ...flags);
  const document = (await engine.show(PLAN)) as PlanDocument;
  const changes = changesOf(document);
  const { faults, planned: known } = scene.theatre;
  if (!faults.none) {
    for (const c of changes) {
      if (c.after !== null && faults.names(c.address))
        known.set(c.address, { type: c.type, after: fromPlainObject(c.after as SimulatedObject) });
    }
  }
  return { document, changes, any };
}

async function init({ stack }: Scene): Promise<Outcome> {
  await stack.engine.init();
  refuseRealStates(stack.configuration, stack.copy);
  return OK;
}

async function validate({ stack }: Scene): Promise<Outcome> {
  await stack.engine.validate();
  return OK;
}

async function plan(scene: Scene): Promise<Outcome> {
  const { document, changes } = await planned(scene);
  const refusal = await scene.options.judge?.(document, scene.stack.name);
  const counts = countsOf(changes);
  return typeof refusal === "string" ? { ok: false, counts, failure: refusal } : { ok: true, counts };
}

/** Programs on this machine are no simulation. */
function refusePrograms(stack: StagedStack): void {
  const hcl = stack.configuration.provisioners.filter((p) => !p.endsWith(".json)"));
  const programs = [...hcl, ...modulePrograms(stack.copy)];
  if (programs.length === 0) return;
  const message = `${stack.name} would run programs on this machine when applied (${programs.join(", ")}), so it was planned but not applied. Take the provisioners out, or rehearse with the phases init, validate and plan.`;
  throw new RehearsalError("would-run-programs", message);
}

async function apply({ stack }: Scene): Promise<Outcome> {
  refusePrograms(stack);
  await stack.engine.apply(PLAN);
  return OK;
}

async function planAgain(scene: Scene): Promise<Outcome> {
  const { changes, any } = await planned(scene);
  const counts = countsOf(changes);
  if (!any) return { ok: true, counts };
  const what = touched(changes);
  return {
    ok: false,
    counts,
    failure: `The second plan is not empty${what === "" ? " (outputs change)" : `: ${what}`}. What a configuration says must be what it gets.`,
  };
}

/** Forgets one resource, takes it back by its id, and plans: nothing may change. */
async function importAgain(scene: Scene): Promise<Outcome> {
  const { engine } = scene.stack;
  const resource = (await scene.stack.resources()).find((r) => r.root && typeof r.attributes.id === "string");
  if (resource === undefined) return { ok: true, notes: ["nothing to import: no resource of the root module has an id"] };
  const id = importId(scene, resource.type, resource.attributes as SimulatedObject);
  await engine.command(["state", "rm", resource.address]);
  await engine.import(resource.address, id);
  const again = await planAgain(scene);
  return { ...again, notes: [`${resource.address} was forgotten and imported as ${id}`] };
}

function importId({ theatre }: Scene, type: string, attributes: SimulatedObject): string {
  const order = theatre.importIds(type);
  return order === undefined ? String(attributes.id) : order.map((name) => String(attributes[name])).join("/");
}

/** Changes the world by hand; the next plan must see it, and applying it must mend it. */
async function drift(scene: Scene): Promise<Outcome> {
  const { engine } = scene.stack;
  const notes = driftOn(scene.theatre.world, await scene.stack.resources(), scene.options.drift);
  if (notes.length === 0) return { ok: true, notes: ["nothing to change by hand: no resource has a name or description"] };
  const { changes, any } = await planned(scene);
  const counts = countsOf(changes);
  if (!any)
    return {
      ok: false,
      counts,
      notes,
      failure: "The plan did not see what was changed by hand: the configuration ignores it, or does not set it.",
    };
  await engine.apply(PLAN);
  const again = await planAgain(scene);
  return { ...again, counts, notes: [...notes, `seen and mended: ${touched(changes)}`] };
}

async function destroy(scene: Scene): Promise<Outcome> {
  const { stack } = scene;
  const before = (await stack.resources()).length;
  const held = takeOutProtection(stack.copy, stack.configuration);
  const notes = held === 0 ? {} : { notes: [`${held} resources are protected from being destroyed, which was taken out of the copy`] };
  await stack.engine.destroy();
  const left = await stack.resources();
  const counts = { add: 0, change: 0, destroy: before - left.length, import: 0 };
  return left.length === 0
    ? { ok: true, counts, ...notes }
    : { ok: false, counts, ...notes, failure: `${left.length} resources are still there: ${left.map((r) => r.address).join(", ")}.` };
}

export const PLAY: Readonly<Record<Phase, (scene: Scene) => Promise<Outcome>>> = {
  init,
  validate,
  plan,
  apply,
  "plan-again": planAgain,
  import: importAgain,
  drift,
  destroy,
};
