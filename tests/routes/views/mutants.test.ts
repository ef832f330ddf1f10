import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, EngineError, judge, type Report, readPlan, readState } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { stageStack } from "../../../rehearsal/stack.ts";
import { openTheatre } from "../../../rehearsal/theatre.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { type Document, merged } from "../documents/document.ts";
import { HONEST } from "../documents/honest.ts";

const OPTIONS = { asOf: "2026-11-23" } as const;
const SURROUNDINGS: Document = {
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend: { local: { path: "x.tfstate" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
};
const judgedPlan = (json: Json): Report => judge([readPlan(json, "plan.json")], defaultPolicy, OPTIONS);
const judgedState = (json: Json): Report => judge([readState(json, "state.json")], defaultPolicy, OPTIONS);

/** What the engine says of a program: its plan, and its state once it has been applied. */
async function shownBy(engine: (typeof engines)[number][1], program: Document): Promise<readonly [plan: Json, state: Json]> {
  const folder = mkdtempSync(join(tmpdir(), "terroir-mutants-"));
  const theatre = await openTheatre({});
  try {
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(merged(SURROUNDINGS, program)));
    const stack = stageStack(theatre, { folder }, [], { engine });
    await stack.engine.init();
    await stack.engine.plan("p.tfplan");
    const plan = (await stack.engine.show("p.tfplan")) as Json;
    await stack.engine.apply("p.tfplan");
    return [plan, (await stack.engine.show()) as Json];
  } finally {
    theatre.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const FAR: Readonly<Record<string, readonly string[]>> = {
  GRA11: ["BHS5", "US-EAST-VA-1", "GRA99", ""],
  GRA9: ["BHS5"],
  SBG5: ["UK1", "bhs5"],
  WAW1: ["UK1"],
  DE1: ["BHS5"],
  "EU-WEST-PAR": ["EU-WEST-LZ-MNC-A", "UK1"],
  "EU-SOUTH-MIL": ["EU-WEST-LZ-ZRH-A"],
  GRA: ["BHS", "UK"],
  SBG: ["BHS", "eu-west-2"],
  RBX: ["BHS"],
  DE: ["UK"],
  "ovh-eu": ["ovh-us", "ovh-ca"],
};

type Path = readonly (string | number)[];

function* codes(json: Json | undefined, path: Path): Generator<readonly [Path, string]> {
  if (typeof json === "string" && Object.hasOwn(FAR, json)) yield [path, json];
  if (typeof json !== "object" || json === null) return;
  for (const [key, one] of Object.entries(json) as [string, Json][]) yield* codes(one, [...path, Array.isArray(json) ? Number(key) : key]);
}

function replaced(json: Json, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(json)) return json.map((one: Json, index) => (index === step ? replaced(one, rest, value) : one));
  return Object.fromEntries(Object.entries(json as Document).map(([key, one]) => [key, key === step ? replaced(one, rest, value) : one]));
}

const at = (json: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((one, step) => (one as { readonly [key: string]: Json } | undefined)?.[step], json);

/** Every place of a document of `show -json` that decides, moved outside. */
function* mutants(json: Json, roots: readonly Path[]): Generator<readonly [what: string, json: Json]> {
  for (const root of roots)
    for (const [path, code] of codes(at(json, root), root))
      for (const other of FAR[code] ?? []) {
        if (other === "" && !path.includes("region")) continue;
        yield [`${path.join(".")}: ${code} → ${JSON.stringify(other)}`, replaced(json, path, other)];
      }
}

const each = (json: Json, name: string): readonly number[] =>
  ((at(json, [name]) as readonly Json[] | undefined) ?? []).map((_, index) => index);

const planned = (plan: Json): readonly Path[] => [
  ...each(plan, "resource_changes").map((index): Path => ["resource_changes", index, "change", "after"]),
  ["configuration", "provider_config"],
];

/** Of a plan, every place may also be unknown. */
function* unknowns(plan: Json): Generator<readonly [what: string, json: Json]> {
  for (const index of each(plan, "resource_changes"))
    for (const [path] of codes(at(plan, ["resource_changes", index, "change", "after"]), [])) {
      const [name = ""] = path;
      const change: Path = ["resource_changes", index, "change"];
      const without = replaced(plan, [...change, "after"], { ...(at(plan, [...change, "after"]) as Document), [name]: null });
      const open = { ...(at(plan, [...change, "after_unknown"]) as Document), [name]: true };
      yield [`${path.join(".")} of change ${index} is unknown`, replaced(without, [...change, "after_unknown"], open)];
    }
}

const all = Object.entries(HONEST);
const count = Number(process.env["TERROIR_PROGRAMS"] ?? 5);
const seed = Number(process.env["TERROIR_SEED"] ?? 7);
const chosen = count >= all.length ? all : Array.from({ length: count }, (_, index) => all[(seed + index * 13) % all.length]);

/** Of a state, where a resource is, is moved wherever the provider says it: it repeats the place in what it computes, and cannot contradict itself. */
function* movedInState(json: Json, path: Path = ["values", "root_module"]): Generator<readonly [what: string, json: Json]> {
  const resources = (at(json, [...path, "resources"]) as readonly Json[] | undefined) ?? [];
  for (const index of resources.keys()) {
    // A data source reads what exists, and is judged where something depends on it.
    if (at(json, [...path, "resources", index, "mode"]) !== "managed") continue;
    const values: Path = [...path, "resources", index, "values"];
    const text = JSON.stringify(at(json, values) ?? null);
    for (const [code, others] of Object.entries(FAR))
      for (const other of others)
        if (other !== "" && text.includes(`"${code}"`))
          yield [
            `${values.join(".")}: ${code} → ${other}`,
            replaced(json, values, JSON.parse(text.replaceAll(`"${code}"`, `"${other}"`)) as Json),
          ];
  }
}

describe.each(engines.slice(0, 1))("what %s shows of an honest program", (_kind, engine) => {
  it.each(chosen.flatMap((one) => (one === undefined ? [] : [one])))(
    "is refused with any place moved: %s",
    async (_name, program) => {
      const shown = await shownBy(engine, program).catch((error: unknown) => {
        // What is written for one view may leave out what the provider's schema requires.
        if (error instanceof EngineError) return undefined;
        throw error;
      });
      if (shown === undefined) return;
      const [plan, state] = shown;
      expect(judgedPlan(plan).findings.filter(({ verdict }) => verdict === "outside")).toEqual([]);
      const survivors: string[] = [];
      for (const [what, json] of [...mutants(plan, planned(plan)), ...unknowns(plan)])
        if (judgedPlan(json).verdict === "inside") survivors.push(`plan: ${what}`);
      for (const [what, json] of movedInState(state)) if (judgedState(json).verdict === "inside") survivors.push(`state: ${what}`);
      expect(survivors).toEqual([]);
    },
    120_000,
  );
});
