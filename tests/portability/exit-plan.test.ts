import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy, definePolicy } from "../../guard/index.ts";
import {
  type BuildRecord,
  bytesOf,
  exitPlan,
  page,
  policyOf,
  type RecordedConstruct,
  rateOf,
  recordedPolicy,
  sizesOf,
} from "../../portability/index.ts";

const made = (path: string, concept: string, more: Partial<RecordedConstruct> = {}): RecordedConstruct => ({
  path,
  construct: concept.charAt(0).toUpperCase() + concept.slice(1),
  concept,
  place: "ovh:GRA11",
  resources: [{ type: `ovh_${concept}`, id: "x", sizes: {} }],
  remarks: [],
  ...more,
});

const plan = (from: readonly RecordedConstruct[], to: readonly RecordedConstruct[], stopped?: string, sizes = new Map<string, number>()) =>
  exitPlan({
    on: "2026-11-28",
    from: { constructs: from, places: { "ovh:GRA11": "ovh:GRA11" } },
    to: { constructs: to, places: { "ovh:GRA11": "outscale:eu-west-2" } },
    staying: [],
    sizes,
    rate: rateOf("1 Gbit/s"),
    ...(stopped !== undefined && { stopped }),
  });

describe("construct by construct", () => {
  const there = { place: "outscale:eu-west-2" };
  it.each<[string, RecordedConstruct | undefined, string | undefined, string, RegExp]>([
    ["built alike", made("s/a", "bucket", there), undefined, "same", /^$/],
    [
      "of another size",
      made("s/a", "bucket", { ...there, resources: [{ type: "outscale_x", id: "x", sizes: { vm_type: "tinav6.c2r8p2" } }] }),
      undefined,
      "changed",
      /It is outscale_x \(vm_type tinav6\.c2r8p2\) there/,
    ],
    ["with a remark", made("s/a", "bucket", { ...there, remarks: ["One class only."] }), undefined, "changed", /One class only\./],
    ["not offered", made("s/a", "bucket", { ...there, missing: "no buckets there" }), undefined, "missing", /no buckets there/],
    ["left out by the program", undefined, undefined, "missing", /does not make it/],
    ["not reached", undefined, "the program ended", "unbuilt", /the program ended/],
  ])("%s", (_, target, stopped, status, words) => {
    const [step] = plan([made("s/a", "bucket")], target === undefined ? [] : [target], stopped).steps;
    expect(step?.status).toBe(status);
    expect([...(step?.changes ?? []), step?.because ?? ""].join(" ").trim()).toMatch(words);
  });

  it("loses nothing, whatever is built there", () => {
    const path = fc.stringMatching(/^[a-c](\/[a-c]){0,2}$/);
    const concept = fc.constantFrom("bucket", "database", "network", "cluster", "identity");
    const construct = fc.tuple(path, concept).map(([at, what]) => made(at, what));
    fc.assert(
      fc.property(fc.array(construct), fc.array(construct.map((one) => ({ ...one, ...there }))), fc.boolean(), (from, to, stopped) => {
        const { steps, summary, data } = plan(from, to, stopped ? "ended" : undefined);
        for (const one of from) expect(steps.some(({ path: at, concept: what }) => at === one.path && what === one.concept)).toBe(true);
        expect(summary.same + summary.changed + summary.missing + summary.unbuilt + summary.new).toBe(steps.length);
        for (const { path: at, concept: what } of from)
          if (what === "bucket" || what === "database") expect(data.some((move) => move.path === at && move.concept === what)).toBe(true);
      }),
    );
  });
});

it("moves each engine's data by means of its own, and a bucket's copy from the bucket", () => {
  const engines = ["postgresql", "mysql", "mongodb", "valkey", "kafka", "opensearch", "clickhouse"];
  const databases = engines.map((engine) => made(`s/${engine}`, "database", { engine }));
  const { data, phases } = plan(
    [...databases, made("s/db", "database"), made("s/media", "bucket"), made("s/media/replica/bucket", "bucket")],
    [],
  );
  const means = new Map(data.map((one) => [one.path, one.means]));
  expect(new Set(means.values()).size).toBe(engines.length + 3);
  expect(means.get("s/kafka")).toContain("MirrorMaker");
  expect(means.get("s/media/replica/bucket")).toMatch(/^Nothing of its own/);
  expect(data.every(({ steps, source }) => steps.some(({ phase }) => phase === "switch") && source.startsWith("https://"))).toBe(true);
  // What only looks like a copy, in a place that somebody called so, is a bucket.
  expect(plan([made("s/replica/bucket", "bucket")], []).data[0]?.means).toMatch(/^Copied over S3/);
  expect(phases.find(({ title }) => title === "Copy while everything runs")?.tasks.join("\n")).not.toContain("replica/bucket");
});

it("keeps old keys until the origin is given up", () => {
  const tasks = (title: string) =>
    plan([made("s/keys", "keyRing")], [])
      .phases.find((phase) => phase.title === title)
      ?.tasks.join("\n") ?? "";
  expect(tasks("Leave")).toContain("s/keys: Destroy the old keys only after");
  expect(tasks("Switch over")).not.toContain("s/keys");
});

it("adds up what was said, and says of what nobody said it, and for what in vain", () => {
  const sizes = new Map([
    ["s/a", bytesOf("1 TB", "x")],
    ["s/b", bytesOf("2 TB", "x")],
    ["s/gone", bytesOf("1 GB", "x")],
  ]);
  const one = plan([made("s/a", "bucket"), made("s/b", "bucket"), made("s/c", "database")], [], undefined, sizes);
  expect(one.volume).toMatchObject({ bytes: 3e12, given: 2, of: 3 });
  expect(one.unmatched).toEqual(["s/gone"]);
  const text = page(one, { place: "ovh:GRA11" }, { place: "outscale:eu-west-2" }, "1 Gbit/s");
  expect(text).toContain("In all 3 TB in 2 of 3, 6.7 hours one after the other. Of 1 more nobody said how much there is.");
  expect(text).toContain("A size was given for what keeps no data that moves: s/gone.");
});

it("counts what several resources are alike in", () => {
  const pools = (type: string, count: number) => Array.from({ length: count }, (_, n) => ({ type, id: `${n}`, sizes: { flavour: "a" } }));
  const [step] = plan(
    [made("s/k", "cluster", { resources: pools("x_pool", 3) })],
    [made("s/k", "cluster", { place: "outscale:eu-west-2", resources: pools("y_pool", 1) })],
  ).steps;
  expect(step?.changes).toEqual(["3 × x_pool (flavour a) becomes y_pool (flavour a)."]);
});

it("says how much data moves, and how long that takes", () => {
  const sizes = new Map([["s/media", bytesOf("4.5 TB", "sizes.json")]]);
  const { data } = plan([made("s/media", "bucket"), made("s/orders", "database")], [], undefined, sizes);
  expect(data.map(({ path, bytes, hours }) => [path, bytes, hours])).toEqual([
    ["s/media", 4.5e12, 10],
    ["s/orders", null, null],
  ]);
});

it("makes copies before the switch, and names first what others need", () => {
  const { phases } = plan([made("s/db", "database"), made("s/keys", "keyRing"), made("s/media", "bucket")], []);
  const copy = phases.find(({ title }) => title.startsWith("Copy"))?.tasks.map((task) => task.split(":")[0]);
  expect(copy).toEqual(["s/keys", "s/media", "s/db"]);
  const titles = phases.map(({ title }) => title);
  expect(titles.indexOf("Switch over")).toBeGreaterThan(titles.indexOf("Keep in step"));
});

it("writes no reference and nothing secret of what a resource is written with", () => {
  expect(
    sizesOf({ flavor_name: "b3-8", size: 20, password: "p", vm_type: "${var.t}", name: "x", nested: { size: 1 }, desired_nodes: 3 }),
  ).toEqual({ flavor_name: "b3-8", size: "20", desired_nodes: "3" });
});

it("writes a page on which nothing breaks out of its table", () => {
  const text = page(plan([made("s/a|b\nc", "bucket")], []), { place: "ovh:GRA11" }, { place: "outscale:eu-west-2" }, "1 Gbit/s");
  expect(text).toContain("| s/a\\|b c | Bucket | **no counterpart** |");
});

it.each(["500", "5 XB", "-1 GB", "x", "1 gb"])("refuses the size %j", (size) => {
  expect(() => bytesOf(size, "sizes.json, s/a")).toThrow(/sizes\.json, s\/a: .* is no size/);
});
it.each(["1 Gb", "0 Gbit/s", "fast", "1 GB/s"])("refuses the rate %j", (rate) => {
  expect(() => rateOf(rate)).toThrow(/is no rate/);
});

describe("beside the constructs", () => {
  const records = (places: Readonly<Record<string, string>>, more: Partial<BuildRecord> = {}): BuildRecord => ({
    constructs: [made("s/a", "bucket")],
    places,
    ...more,
  });
  const kept = { stack: "s", backend: "s3", at: "https://s3.gra.io.cloud.ovh.net states", keys: ["pbkdf2"] };
  const drill = (from: BuildRecord, to: BuildRecord) => exitPlan({ on: "2026-11-28", staying: [], sizes: new Map(), rate: 1, from, to });

  it("asks for the variables that are new, and for a store of the destination's own", () => {
    const { variables, phases } = drill(
      records({ "ovh:GRA11": "ovh:GRA11" }, { states: [kept], variables: { ovh_project: "Id", same: "" } }),
      records({ "ovh:GRA11": "outscale:eu-west-2" }, { states: [kept], variables: { outscale_image: "The image", same: "" } }),
    );
    expect(variables).toEqual([
      { name: "outscale_image", what: "The image", today: false },
      { name: "same", what: "", today: true },
    ]);
    const tasks = phases.flatMap(({ tasks }) => tasks);
    expect(tasks).toContain("Give the variable outscale_image a value: The image");
    expect(tasks).toContain("Give the variable same its value there too.");
    expect(tasks.some((task) => /^s: its state is kept in .*s3\.gra/.test(task))).toBe(true);
  });

  it.each([
    [{ "ovh:GRA11": "outscale:eu-west-2", "scaleway:fr-par": "outscale:eu-west-2" }, true],
    [{ "ovh:GRA11": "outscale:eu-west-2", "scaleway:fr-par": "scaleway:fr-par" }, false],
    [{ "ovh:GRA11": "scaleway:fr-par", "scaleway:fr-par": "scaleway:fr-par" }, true],
    [{ "ovh:GRA11": "ovh:SBG5" }, false],
  ])("says when operators that stood apart would be one: %j", (places: Readonly<Record<string, string>>, said) => {
    const { phases } = drill(records({}), records(places));
    expect(phases.flatMap(({ tasks }) => tasks).some((task) => task.includes("a standby at the same operator is none"))).toBe(said);
  });

  it("lists stacks in the order in which they are deployed, with who answers for them", () => {
    const constructs = [made("apps/a", "bucket", { owner: "team-a" }), made("base/n", "network"), made("data/d", "volume")];
    const order = { apps: ["data"], data: ["base"], base: [] };
    const at = { "ovh:GRA11": "outscale:eu-west-2" };
    const { scope } = drill(records(at, { constructs, order }), records(at, { constructs: [] }));
    expect(scope.map(({ stack, owner, after }) => [stack, owner, ...after])).toEqual([
      ["base", null],
      ["data", null, "base"],
      ["apps", "team-a", "data"],
    ]);
  });

  it("copies no state, says how long locks hold the origin, and what a volume has room for", () => {
    const constructs = [
      made("s/states", "bucket", { name: "acme-states" }),
      made("s/other", "bucket", { keepsStates: true }),
      made("s/other/replica/bucket", "bucket"),
      made("s/papers", "bucket", { name: "papers", lock: { mode: "compliance", days: 3650 } }),
      made("s/disk", "volume", { room: 5e11 }),
    ];
    const states = [{ stack: "s", backend: "s3", at: "https://s3.gra.io.cloud.ovh.net acme-states", keys: [] }];
    const { data, phases } = drill(records({}, { constructs, states }), records({}, { constructs: [] }));
    const during = (title: string) => phases.find((one) => one.title.startsWith(title))?.tasks.join("\n") ?? "";
    expect(during("Copy")).not.toMatch(/s\/states|s\/other/);
    expect(during("Leave")).toContain("s/states: Keep its states until");
    expect(during("Leave")).toContain("s/papers: what is in it is locked for 3650 days (compliance)");
    expect(data.find(({ path }) => path === "s/disk")).toMatchObject({ bytes: 5e11, atMost: true });
  });

  it("moves the data of what the program wrote by itself, by what it is", () => {
    const raw = { address: "s: ovh_x.y", type: "ovh_x", path: "s/raw", concept: "database", engine: "kafka", because: "It is one's." };
    const staying = [
      { ...raw, fate: "bound" as const },
      { ...raw, path: "s/stays", fate: "elsewhere" as const },
    ];
    const { data, summary } = exitPlan({ on: "2026-11-28", staying, sizes: new Map(), rate: 1, from: records({}), to: records({}) });
    expect(data.map(({ path, means }) => [path, means.includes("MirrorMaker")])).toEqual([["s/raw", true]]);
    expect(summary.staying).toBe(1);
  });

  it("stops what writes before anything is copied a last time, and starts it after", () => {
    const constructs = [made("s/a-kube", "cluster"), made("s/db", "database", { engine: "postgresql" })];
    const { phases } = drill(records({}, { constructs }), records({}, { constructs: [] }));
    const tasks = phases.find(({ title }) => title === "Switch over")?.tasks ?? [];
    expect(tasks.slice(0, 3).map((task) => task.slice(0, 24))).toEqual([
      "s/a-kube: Scale the work",
      "s/db: Stop writing, wait",
      "s/a-kube: Back up and re",
    ]);
  });

  it("keeps of a policy all that is no program", () => {
    const policy = definePolicy({ name: "acme", countries: ["FR"], profiles: ["hds"], environment: { A: "b" } });
    expect(policyOf(JSON.parse(JSON.stringify(recordedPolicy(policy))))).toEqual(policy);
    expect(policyOf(recordedPolicy(defaultPolicy))).toEqual(defaultPolicy);
  });
});
