import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../engines/index.ts";
import {
  defaultPolicy,
  type Finding,
  type Infrastructure,
  judge,
  type Report,
  readDocument,
  readPlan,
  readState,
  readSynthesized,
} from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { besidePlan, readFolderOfCode } from "../../../guard/views/folder.ts";
import { stageStack } from "../../../rehearsal/stack.ts";
import { openTheatre } from "../../../rehearsal/theatre.ts";
import { pulumiEngine } from "../../pulumi/harness.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import type { Document } from "../documents/document.ts";
import { programs, without } from "./generate.ts";
import { inNativeSyntax } from "./native.ts";
import { addressOf, type PulumiViews, pulumiViews } from "./pulumi.ts";

const AS_OF = "2026-11-23";
const PIECES = 40;
/** Programs that one run of an engine holds: a start costs more than a program does, and of sixteen together each costs twice as much as of four. */
const TOGETHER = 4;
const COUNT = Number(process.env["TERROIR_PROGRAMS"] ?? 4);
const SEED = Number(process.env["TERROIR_SEED"] ?? 20261124);

interface Seen {
  readonly synthesized: Report;
  /** The folder of code, without a plan and beside one. */
  readonly code: Report;
  readonly besidePlan: Report;
  readonly planned: Report;
  readonly state: Report;
}

/** A program, in every view of it that a real engine of Terraform's language gives. */
async function views(program: Document, syntax: "json" | "native", engine: Engine): Promise<Seen> {
  const root = mkdtempSync(join(tmpdir(), "terroir-generated-"));
  const theatre = await openTheatre({});
  const judged = (infrastructure: Infrastructure) => judge([infrastructure], defaultPolicy, { asOf: AS_OF });
  try {
    const [json, native] = [join(root, "json"), join(root, "native")];
    for (const folder of [json, native]) mkdirSync(folder);
    writeFileSync(join(json, "cdk.tf.json"), JSON.stringify(program));
    writeFileSync(join(native, "main.tf"), inNativeSyntax(program));
    const synthesized = judge(readSynthesized(json), defaultPolicy, { asOf: AS_OF });
    const code = readFolderOfCode(native, engine.kind);
    // Whichever the engine reads, it makes the same plan of it.
    const stack = stageStack(theatre, { folder: syntax === "json" ? json : native }, [], { engine });
    await stack.engine.init();
    await stack.engine.plan("p.tfplan");
    const plan = (await stack.engine.show("p.tfplan")) as Json;
    const planned = judged(readPlan(plan, "plan.json"));
    const beside = judged(besidePlan(readPlan(plan, native, { code }), code));
    await stack.engine.apply("p.tfplan");
    const state = judged(readState((await stack.engine.show()) as Json, "state.json"));
    return { synthesized, code: judged(code), besidePlan: beside, planned, state };
  } finally {
    theatre.close();
    rmSync(root, { recursive: true, force: true });
  }
}

type Verdicts = ReadonlyMap<string, string>;
/** What only one of two views can see. */
const isThing = (address: string): boolean => !/^(terraform\.backend|provider[. ])/.test(address);

/** Of each thing all that was found, and what of it concerns where it is and whose: another refusal would hide that. */
function verdicts({ resources, findings }: Report, called: (address: string) => string | undefined = (address) => address): Verdicts {
  const places = findings.filter(({ rule }) => /^(?:residency|jurisdiction)\//.test(rule));
  const refused = new Set(places.filter(({ verdict }) => isRefused(verdict)).map(({ address }) => address));
  const outside = new Set(places.filter(({ verdict }) => verdict === "outside").map(({ address }) => address));
  return new Map(
    resources.flatMap(({ address, verdict }) => {
      const name = called(address);
      if (name === undefined || !isThing(name)) return [];
      const place = outside.has(address) ? "outside" : refused.has(address) ? "undecided" : "inside";
      return [
        [name, verdict],
        [`${name} by its place`, place],
      ] as const;
    }),
  );
}
/** Of a document of Pulumi's, by Terraform's addresses. */
const inTerraform = (report: Report): Verdicts => verdicts(report, addressOf);
const addresses = ({ findings }: Report, which: (finding: Finding) => boolean): ReadonlySet<string> =>
  new Set(findings.filter(which).map(({ address }) => address));
const subjectOf = (disagreement: string): string => disagreement.split(/ by its place | is /)[0] ?? "";
const sorted = (all: Verdicts) => [...all].sort();
const isRefused = (verdict: string | undefined): boolean => verdict === "outside" || verdict === "undecided";

/** A later view may decide what an earlier one could not, and nothing else. */
function disagreements(before: Verdicts, later: Verdicts): readonly string[] {
  return [...later].flatMap(([address, verdict]) => {
    const was = before.get(address);
    if (was === undefined) return [`${address} is ${verdict} later, and was not seen before`];
    if (was === verdict || was === "undecided") return [];
    return [`${address} is ${verdict} later, and was ${was}`];
  });
}

const batches = Array.from({ length: Math.ceil(COUNT / TOGETHER) }, (_, index) => [
  SEED + index * TOGETHER,
  Math.min(TOGETHER, COUNT - index * TOGETHER),
]);

/** Types of Terraform's own engine. */
const NO_COUNTERPART = ["terraform_data"] as const;

describe.each(engines.slice(0, 1))("programs that are generated, with %s", (_kind, engine) => {
  describe.each(batches)("from seed %i on, %i of them", (seed, howMany) => {
    const program: Document = programs(howMany, PIECES, seed);
    const registrable = without(program, NO_COUNTERPART);
    let seen: Seen;
    let pulumi: PulumiViews;
    beforeAll(async () => {
      seen = await views(program, seed % (2 * TOGETHER) < TOGETHER ? "json" : "native", engine);
      if (pulumiEngine !== null) pulumi = await pulumiViews(program, registrable, AS_OF);
    });

    it("get one verdict in every view", () => {
      const [synthesized, planned, state] = [verdicts(seen.synthesized), verdicts(seen.planned), verdicts(seen.state)];
      const [code, besidePlan] = [verdicts(seen.code), verdicts(seen.besidePlan)];
      expect(sorted(code)).toEqual(sorted(synthesized));
      // Of the native syntax a plan does not show what a provider block computes; the code beside it does.
      const unsaid = addresses(seen.planned, ({ message }) => message.includes("the plan does not say what the expression"));
      expect(disagreements(synthesized, planned).filter((text) => !unsaid.has(subjectOf(text)))).toEqual([]);
      expect(disagreements(synthesized, besidePlan)).toEqual([]);
      // A state does not say which endpoint was called.
      const elsewhere = addresses(seen.planned, ({ rule }) => rule.startsWith("jurisdiction/"));
      expect(disagreements(planned, state).filter((text) => !elsewhere.has(subjectOf(text)))).toEqual([]);
      for (const one of [planned, besidePlan]) expect([...one.keys()].sort()).toEqual([...synthesized.keys()].sort());
      expect([...synthesized.values()]).toEqual(expect.arrayContaining(["inside", "outside"]));
      expect([...state.values()].some(isRefused)).toBe(true);
    });

    describe.skipIf(pulumiEngine === null)("registered in Pulumi", () => {
      it("are refused when they are registered for what Pulumi has no counterpart for, by its name, and for nothing else", () => {
        expect(pulumi.problems.length).toBeGreaterThan(0);
        expect(pulumi.problems.filter((line) => !NO_COUNTERPART.some((type) => line.includes(`${type}.`)))).toEqual([]);
      });

      it("are refused by guard() while the program runs, where the check of the preview refuses them", () => {
        const findings = pulumi.preview.findings.filter(({ verdict }) => isRefused(verdict));
        const places = findings.filter(({ rule }) => /^(?:residency|jurisdiction|execution)\//.test(rule));
        const refused = new Set(places.flatMap(({ address }) => addressOf(address) ?? []));
        expect(refused.size).toBeGreaterThan(0);
        expect(pulumi.guarded.previewed.filter((address) => refused.has(address))).toEqual([]);
        // It refuses nothing else; a provider with whatever runs under it. What comes after the first refusal may never come to the engine.
        const names = new Set(findings.map(({ address }) => address.split("::gen/").at(-1) ?? ""));
        const resources = Object.values(registrable["resource"] as { readonly [type: string]: { readonly [name: string]: Document } });
        const under = (name: string) => resources.flatMap((ones) => ones[name.replace(/\[.*$/, "")]?.["provider"] ?? []);
        expect(pulumi.guarded.refused.length).toBeGreaterThan(0);
        expect(pulumi.guarded.refused.filter((name) => !names.has(name) && !under(name).some((one) => names.has(String(one))))).toEqual([]);
      });

      it("get the verdicts that they get in Terraform", () => {
        const [synthesized, preview, exported] = [verdicts(seen.synthesized), inTerraform(pulumi.preview), inTerraform(pulumi.exported)];
        expect(disagreements(synthesized, preview)).toEqual([]);
        expect(disagreements(preview, exported)).toEqual([]);
        // Nothing is left out but what was said; documents of Pulumi's carry no calls of functions.
        const whole = [...verdicts(judge([readDocument(registrable, "cdk.tf.json")], defaultPolicy, { asOf: AS_OF })).keys()];
        expect([...preview.keys()].sort()).toEqual(whole.filter((address) => !address.startsWith("data.")).sort());
        expect([...preview.values()]).toEqual(expect.arrayContaining(["inside", "outside", "undecided"]));
      });
    });
  });
});
