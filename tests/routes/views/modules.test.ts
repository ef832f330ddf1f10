import { expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, type Json, judge, readPlan, readState } from "../../../guard/index.ts";
import { besidePlan, readFolderOfCode } from "../../../guard/views/folder.ts";
import { stageStack } from "../../../rehearsal/stack.ts";
import { openTheatre } from "../../../rehearsal/theatre.ts";
import { folderWith } from "../../guard/folder/folders.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { callingModules } from "./modules.ts";

/** So many modules are called in one folder: an engine's start costs more than they do. */
const CALLED = 24;
const FOLDERS = Number(process.env["TERROIR_PROGRAMS"] ?? 1);
const SEED = Number(process.env["TERROIR_SEED"] ?? 20261128);

/** What a folder and what comes of it are judged by: every rule, and where it is and whose, which another refusal would hide. */
const RULES = [undefined, ["residency", "jurisdiction"]] as const;

/** Verdicts on what modules and the root make. */
const verdicts = (infrastructure: Infrastructure, rules: (typeof RULES)[number]): Readonly<Record<string, string>> => {
  const { resources } = judge([infrastructure], defaultPolicy, { asOf: "2026-11-23", ...(rules !== undefined && { rules }) });
  const made = resources.filter(({ address }) => /ovh_\w+\.\w+(?:\[.+\])?$/.test(address));
  return Object.fromEntries(made.map(({ address, verdict }) => [address, verdict]));
};

it.each(
  engines.slice(0, 1).flatMap(([kind, engine]) => Array.from({ length: FOLDERS }, (_, index) => [SEED + index, kind, engine] as const)),
)(
  "modules that call each other get one verdict as code, beside a plan, in it and in the state, from seed %i with %s",
  async (seed, _kind, engine) => {
    const folder = folderWith(callingModules(CALLED, seed));
    const theatre = await openTheatre({});
    try {
      const code = readFolderOfCode(folder, engine.kind);
      const stack = stageStack(theatre, { folder }, [], { engine });
      await stack.engine.init();
      await stack.engine.plan("p.tfplan");
      const plan = (await stack.engine.show("p.tfplan")) as Json;
      await stack.engine.apply("p.tfplan");
      const state = (await stack.engine.show()) as Json;

      for (const rules of RULES) {
        const written = verdicts(code, rules);
        const beside = verdicts(besidePlan(readPlan(plan, folder, { code }), code), rules);
        const planned = verdicts(readPlan(plan, "plan.json"), rules);
        const made = verdicts(readState(state, "state.json"), rules);
        if (rules !== undefined) expect(Object.values(beside)).toEqual(expect.arrayContaining(["inside", "outside"]));
        expect(written).toEqual(beside);
        for (const [address, verdict] of Object.entries(beside)) {
          // A plan does not say how what it shows was computed.
          expect([address, verdict, "undecided"]).toContain(planned[address]);
          // A state does not say which configuration of a provider a resource has, and knows what was known after apply only.
          if (verdict === "inside") expect([address, made[address]]).toEqual([address, verdict]);
        }
        expect(Object.keys(planned).sort()).toEqual(Object.keys(beside).sort());
        expect(Object.keys(made).sort()).toEqual(Object.keys(beside).sort());
      }
    } finally {
      theatre.close();
    }
  },
);
