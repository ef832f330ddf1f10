import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, type Report, readPlan, readState, readSynthesized } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { stageStack } from "../../../rehearsal/stack.ts";
import { openTheatre } from "../../../rehearsal/theatre.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { programs } from "./generate.ts";

const OPTIONS = { asOf: "2026-11-23" } as const;
const SEED = 20261123;

interface Seen {
  readonly synthesized: Report;
  readonly planned: Report;
  readonly state: Report;
}

/** One program, in every view of it that a real engine gives. */
async function views(program: Json, engine: (typeof engines)[number][1]): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), "terroir-generated-"));
  const theatre = await openTheatre({});
  try {
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(program));
    const synthesized = judge(readSynthesized(folder), defaultPolicy, OPTIONS);
    const stack = stageStack(theatre, { folder }, [], { engine });
    await stack.engine.init();
    await stack.engine.plan("p.tfplan");
    const planned = judge([readPlan((await stack.engine.show("p.tfplan")) as Json, "plan.json")], defaultPolicy, OPTIONS);
    await stack.engine.apply("p.tfplan");
    const state = judge([readState((await stack.engine.show()) as Json, "state.json")], defaultPolicy, OPTIONS);
    return { synthesized, planned, state };
  } finally {
    theatre.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What only one of two views can see. */
const isThing = (address: string): boolean => !/^(terraform\.backend|provider[. ])/.test(address);
const verdicts = (report: Report): ReadonlyMap<string, string> =>
  new Map(report.resources.filter(({ address }) => isThing(address)).map(({ address, verdict }) => [address, verdict]));
const isRefused = (verdict: string | undefined): boolean => verdict === "outside" || verdict === "undecided";

/** A later view may decide what an earlier one could not, and nothing else. */
function disagreements(earlier: Report, later: Report): readonly string[] {
  const before = verdicts(earlier);
  return [...verdicts(later)].flatMap(([address, verdict]) => {
    const was = before.get(address);
    if (was === undefined) return [`${address} is ${verdict} later, and was not seen before`];
    if (was === verdict || was === "undecided") return [];
    return [`${address} is ${verdict} later, and was ${was}`];
  });
}

describe.each(engines.slice(0, 1))("programs that are generated, with %s", (_kind, engine) => {
  const all = programs(Number(process.env["TERROIR_PROGRAMS"] ?? 6), 40, Number(process.env["TERROIR_SEED"] ?? SEED));

  it.each(all.map((program, index) => [index, program] as const))("get one verdict in every view: program %i", async (_index, program) => {
    const { synthesized, planned, state } = await views(program, engine);
    expect(disagreements(synthesized, planned)).toEqual([]);
    // A state does not say which endpoint was called.
    const elsewhere = new Set(planned.findings.filter(({ rule }) => rule.startsWith("jurisdiction/")).map(({ address }) => address));
    expect(disagreements(planned, state).filter((text) => !elsewhere.has(text.split(" is ")[0] ?? ""))).toEqual([]);
    expect([...verdicts(planned).keys()].sort()).toEqual([...verdicts(synthesized).keys()].sort());
    expect([...verdicts(synthesized).values()]).toEqual(expect.arrayContaining(["inside", "outside"]));
    expect([...verdicts(state).values()].some(isRefused)).toBe(true);
  });
});
