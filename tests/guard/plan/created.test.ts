import { describe, expect, it } from "vitest";
import type { Placement } from "../../../clouds/contract/index.ts";
import { CLOUD_FACTS } from "../../../clouds/facts.ts";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { defaultPolicy, type Finding, judge, readDocument, readPlan, readState } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { shownTree } from "../../../guard/views/shown/document.ts";
import { stateOf as readShownState } from "../../../guard/views/state.ts";
import { acceptable } from "../../rehearsal/minimal.ts";
import { AS_OF, type Document } from "../judging.ts";
import { created } from "./created.ts";

type Writable = { [key: string]: Json };

/** A provider block of each cloud whose place is approved, the code of an approved place, and of one that is not. */
const HOMES: Readonly<Record<string, readonly [block: Document, code: string, outside: string]>> = {
  exoscale: [{}, "at-vie-1", "ch-gva-2"],
  hcloud: [{}, "fsn1", "ash"],
  ionoscloud: [{}, "de/fra", "us/las"],
  openstack: [{ auth_url: "https://auth.cloud.ovh.net/v3", region: "GRA11" }, "GRA11", "BHS5"],
  opentelekomcloud: [{ auth_url: "https://iam.eu-de.otc.t-systems.com/v3", region: "eu-de", tenant_name: "eu-de_shop" }, "eu-de", "eu-ch2"],
  outscale: [{ region: "eu-west-2" }, "eu-west-2", "us-east-2"],
  ovh: [{ endpoint: "ovh-eu" }, "GRA11", "BHS5"],
  scaleway: [{ region: "fr-par", zone: "fr-par-1" }, "fr-par", "us-east-1"],
  stackit: [{ default_region: "eu01" }, "eu01", "us01"],
  upcloud: [{}, "fi-hel1", "us-nyc1"],
};

const clouds = CLOUD_FACTS.filter(({ cloud }) => Object.hasOwn(HOMES, cloud));

/** Every resource type of a cloud with what its schema requires, each once. @param code where they are to be; undefined: nothing says it */
async function program({ cloud, resources }: (typeof clouds)[number], code: string | undefined): Promise<Document> {
  const { address, resourceTypes } = loadSchema(cloud);
  const [block = {}] = HOMES[cloud] ?? [];
  const name = address.split("/")[1] ?? "";
  const made = await Promise.all(
    resourceTypes.map(async (type) => {
      const body = (await acceptable(cloud, type, false)) as Writable;
      if (code !== undefined) for (const path of pathsOf(resources[type])) write(body, path.split("."), code);
      return [type, { r: body }] as const;
    }),
  );
  return {
    terraform: { required_providers: { [name]: { source: address } } },
    provider: { [name]: [block] },
    resource: Object.fromEntries(made),
  };
}

const pathsOf = (placement: Placement | undefined): readonly string[] =>
  placement !== undefined && "paths" in placement ? (placement.paths ?? []) : [];

/** Writes into the blocks that are there, and makes none. */
function write(body: Json | undefined, [step = "", ...rest]: readonly string[], code: string): void {
  if (Array.isArray(body)) for (const one of body as readonly Json[]) write(one, [step, ...rest], code);
  else if (typeof body === "object" && body !== null) {
    const name = step.replace("[]", "");
    if (rest.length > 0) write((body as Writable)[name], rest, code);
    else (body as Writable)[name] = step.endsWith("[]") ? [code] : code;
  }
}

const ofCode = (document: Document) => readDocument(document, "main.tf.json");
const RESIDENCY = { rules: ["residency"] };
const findingsOf = (view: ReturnType<typeof ofCode>, options: { readonly rules?: readonly string[] } = {}): readonly Finding[] =>
  judge([view], defaultPolicy, { asOf: AS_OF, ...options }).findings.filter(({ address }) => address.endsWith(".r"));
const verdicts = (found: readonly Finding[]): readonly string[] =>
  [...new Set(found.map(({ address, rule, verdict }) => `${address} ${rule} ${verdict}`))].sort();
const refused = (found: readonly Finding[]): ReadonlySet<string> =>
  new Set(found.flatMap(({ address, rule, verdict }) => (verdict === "outside" || verdict === "undecided" ? [`${address} ${rule}`] : [])));

const programs = clouds.flatMap((facts) =>
  [undefined, HOMES[facts.cloud]?.[1]].map((code) => [`${facts.cloud}, ${code ?? "nowhere"}`, facts, code] as const),
);

describe.each(programs)("everything that is made anew: %s", (_, facts, code) => {
  it("gets the verdicts of its code in the plan of a real provider beside it, and undecided at the worst without", async () => {
    const document = await program(facts, code);
    const written = findingsOf(ofCode(document));
    const beside = readPlan(created(document, "unknown"), "plan.json", { code: ofCode(document) });
    expect(verdicts(findingsOf(beside))).toEqual(verdicts(written));
    expect(verdicts(findingsOf(readPlan(created(document, "none"), "plan.json")))).toEqual(verdicts(written));

    const alone = findingsOf(readPlan(created(document, "unknown"), "plan.json"));
    const known = new Set(verdicts(written));
    const more = alone.filter((one) => !known.has(verdicts([one])[0] ?? ""));
    // What is not known of blocks that nobody seems to write says who knows it, and nothing that was refused is accepted.
    expect(more.filter(({ verdict, message }) => verdict !== "undecided" || !message.includes("--code DIR"))).toEqual([]);
    const still = refused(alone);
    expect([...refused(written)].filter((one) => !still.has(one))).toEqual([]);

    // Code that may write such a block settles nothing.
    const open = openedBy(document, more);
    const settled = refused(findingsOf(readPlan(created(document, "unknown"), "plan.json", { code: ofCode(open) })));
    expect([...refused(more)].filter((one) => !settled.has(one))).toEqual([]);
  });
});

describe.each(clouds.map((facts) => [facts.cloud, facts] as const))("everything that is changed in place: %s", (cloud, facts) => {
  it("is where it was, though its provider tells that anew", async () => {
    const plan = created(await program(facts, undefined), "none");
    const changes = plan["resource_changes"] as readonly { readonly type: string; readonly change: { readonly after: Document } }[];
    const before = changes.map(({ type, change }) => ({ ...placedAt(facts, type, HOMES[cloud]?.[2] ?? ""), ...change.after }));
    const planWith = (more: (index: number) => Document): Document => ({
      ...plan,
      resource_changes: changes.map((one, index) => ({ ...one, change: { ...one.change, before: before[index] ?? null, ...more(index) } })),
    });
    const changed = findingsOf(
      readPlan(
        planWith(() => ({ actions: ["update"] })),
        "plan.json",
      ),
      RESIDENCY,
    );
    const same = planWith((index) => ({ actions: ["no-op"], after: before[index] ?? null, after_unknown: {} }));
    expect(verdicts(changed)).toEqual(verdicts(findingsOf(readPlan(same, "plan.json"), RESIDENCY)));
    expect(changed.some(({ verdict }) => verdict === "outside")).toBe(true);
  });
});

/** What a provider says of a thing that it made at a place: every attribute that names one. */
function placedAt({ cloud, resources }: (typeof clouds)[number], type: string, code: string): Document {
  const { attributes = {} } = loadSchema(cloud).resource(type)?.block ?? {};
  const places = [...pathsOf(resources[type]), ...(resources[type]?.told ?? [])];
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type: kind }]) => (kind === "string" ? [[name, places.includes(name) ? code : "x"]] : [])),
  );
}

describe.each(programs)("everything that is there: %s", (_, facts, code) => {
  it("is not accepted beside its code where a state alone refuses it as outside, and undecided in a state says who knows", async () => {
    const document = await program(facts, code);
    const state = stateOf(created(document, "none"));
    const alone = findingsOf(readState(state, "state.json"));
    const beside = findingsOf(stateWith(state, ofCode(document)));
    const still = refused(beside);
    const outside = alone.filter(({ verdict }) => verdict === "outside");
    expect([...refused(outside)].filter((one) => !still.has(one))).toEqual([]);
    // What the code decides of what was not known names it.
    const settled = alone.filter((one) => one.verdict === "undecided" && !still.has(`${one.address} ${one.rule}`));
    expect(settled.filter(({ remedy }) => !remedy.includes("--code DIR")).map(({ address, rule }) => `${address} ${rule}`)).toEqual([]);
  });
});

/** A state in which everything that a plan makes is there, as far as the plan knows it. */
const stateOf = (plan: Document): Document => ({
  format_version: "1.0",
  terraform_version: "1.11.4",
  values: {
    root_module: {
      resources: (plan["resource_changes"] as readonly { readonly change: { readonly after: Json } }[]).map(({ change, ...one }) => ({
        ...one,
        values: change.after,
      })),
    },
  },
});

const stateWith = (state: Document, code: ReturnType<typeof ofCode>) => readShownState(shownTree(state), "state.json", { code });

/** The same code, with a `dynamic` block wherever a finding names a block, of which nobody knows how many there are and what they say. */
function openedBy(document: Document, findings: readonly Finding[]): Document {
  const copy = structuredClone(document) as { resource: Readonly<Record<string, { r: Writable }>>; variable?: Json };
  copy.variable = { anything: {} };
  for (const { address, path } of findings) {
    const body = copy.resource[address.slice(0, -2)]?.r;
    const steps = (path ?? "").split(".").map((step) => step.replace(/\[\d*\]$/, ""));
    if (body !== undefined) open(body, steps);
  }
  return copy as unknown as Document;
}

function open(body: Writable, [step = "", ...rest]: readonly string[]): void {
  const inner = body[step];
  const blocks = Array.isArray(inner) ? (inner as Json[]) : inner === undefined ? [] : [inner];
  for (const block of blocks) open(block as Writable, rest);
  if (blocks.length > 0) return;
  const all = (body["dynamic"] ?? {}) as Writable;
  const { content = {} } = (all[step] ?? {}) as { readonly content?: Json };
  insert(content as Writable, rest);
  body["dynamic"] = { ...all, [step]: { for_each: "${var.anything}", content } };
}

function insert(into: Writable, [step = "", ...rest]: readonly string[]): void {
  into[step] ??= rest.length === 0 ? "${var.anything}" : {};
  if (rest.length > 0) insert(into[step] as Writable, rest);
}
