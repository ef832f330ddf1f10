import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentsIn } from "../../../delivery/graph/document.ts";
import { dependantsOf, dependenciesOf, GRAPH_FILE, graphOf, parseGraph, readGraph, writeGraph } from "../../../delivery/graph/index.ts";
import { program } from "../../rehearsal/programs.ts";
import { synthesized } from "./folders.ts";

const DIAMOND = {
  base: {},
  left: { reads: { base: ["id"] } },
  right: { dependencies: ["base"] },
  top: { reads: { left: ["a", "b"] }, dependencies: ["right"] },
};

describe("the graph of a synthesis", () => {
  it("orders stacks by what they read and by what the program says", () => {
    const { stacks } = graphOf(synthesized(DIAMOND));
    expect(stacks.map(({ name, level, dependsOn }) => [name, level, dependsOn])).toEqual([
      ["base", 0, []],
      ["left", 1, ["base"]],
      ["right", 1, ["base"]],
      ["top", 2, ["left", "right"]],
    ]);
    expect(stacks.map(({ inputs }) => inputs)).toEqual([
      [],
      [{ data: "base", stack: "base", outputs: ["id"] }],
      [],
      [{ data: "left", stack: "left", outputs: ["a", "b"] }],
    ]);
  });

  it("knows a state that belongs to nobody here, and does not wait for it", () => {
    const { stacks } = graphOf(synthesized({ shop: { reads: { elsewhere: ["vpc"] } } }));
    expect(stacks[0]).toMatchObject({ dependsOn: [], inputs: [{ data: "elsewhere", stack: null, outputs: ["vpc"] }] });
  });

  it("names a dependency by its stack when the manifest names it by its construct's path", () => {
    const folder = synthesized({ a: {}, b: {} });
    const stack = (name: string, dependencies: string[]) => ({ name, constructPath: `area/${name}`, dependencies });
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks: { a: stack("a", []), b: stack("b", ["area/a"]) } }));
    expect(graphOf(folder).stacks[1]).toMatchObject({ name: "b", dependsOn: ["a"] });
  });

  it.each([
    ["circle of what is said", { a: { dependencies: ["b"] }, b: { dependencies: ["a"] } }, /circle: a → b → a\. No order deploys them/],
    ["circle of what is read", { a: { reads: { b: ["x"] } }, b: { reads: { a: ["y"] } } }, /circle: a → b → a/],
    ["circle of both", { a: { reads: { c: ["x"] } }, b: { dependencies: ["a"] }, c: { dependencies: ["b"] } }, /circle: a → c → b → a/],
    ["missing stack", { a: { dependencies: ["ghost"] } }, /a depends on the stack ghost, which is not there/],
  ] as const)("refuses a %s", (_, stacks, says) => {
    expect(() => graphOf(synthesized(stacks))).toThrow(says);
  });

  it.each([
    ["../elsewhere", /outside of its own: \.\.\/elsewhere/],
    ["/etc", /outside of its own: \/etc/],
  ])("does not follow the folder %s", (workingDirectory, says) => {
    const folder = program({ "manifest.json": { stacks: { a: { name: "a", workingDirectory, dependencies: [] } } } });
    expect(() => graphOf(folder)).toThrow(says);
  });
});

describe("a stack's backend", () => {
  it.each([
    [{ local: { path: "../../../a.tfstate" } }, { type: "local", at: { path: "../a.tfstate" }, locks: true }],
    [undefined, { type: "local", at: { path: "stacks/a/terraform.tfstate" }, locks: true }],
    [
      { s3: { bucket: "b", key: "k", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" }, secret_key: "hidden", use_lockfile: true } },
      { type: "s3", at: { bucket: "b", key: "k", endpoint: "https://s3.gra.io.cloud.ovh.net" }, locks: true },
    ],
    [{ s3: { bucket: "b", key: "k" } }, { type: "s3", at: { bucket: "b", key: "k" }, locks: false }],
    [
      { http: { address: "https://me:hidden@git.example.eu/state" } },
      { type: "http", at: { address: "https://git.example.eu/state" }, locks: false },
    ],
    [{ pg: { conn_str: "postgres://me:hidden@db/x", schema_name: "s" } }, { type: "pg", at: { schema_name: "s" }, locks: true }],
  ] as const)("%j", (backend, expected) => {
    const graph = graphOf(synthesized({ a: { terraform: { backend } } }));
    expect(graph.stacks[0]?.backend).toEqual({ ...expected, encrypted: false });
    expect(JSON.stringify(graph)).not.toContain("hidden");
  });

  it("is encrypted when OpenTofu may not write it otherwise", () => {
    const encryption = (enforced: boolean) => ({ terraform: { encryption: { state: { method: "${method.aes_gcm.m}", enforced } } } });
    const { stacks } = graphOf(synthesized({ a: encryption(true), b: encryption(false) }));
    expect(stacks.map(({ backend }) => backend.encrypted)).toEqual([true, false]);
  });
});

it("names providers, and the variables that somebody must give", () => {
  const terraform = { required_providers: { ovh: { source: "ovh/ovh" }, random: {} } };
  const document = { variable: { size: { default: 1 }, project: {}, key: { sensitive: true } } };
  expect(graphOf(synthesized({ a: { terraform, document } })).stacks[0]).toMatchObject({
    providers: ["hashicorp/random", "ovh/ovh"],
    variables: [
      { name: "key", sensitive: true },
      { name: "project", sensitive: false },
    ],
  });
});

describe("a stack's digest", () => {
  const digest = (folder: string) => graphOf(folder).stacks[0]?.digest;
  const base = synthesized({ a: { files: { "assets/x.txt": "one" } } });
  it.each([
    ["another folder, the same content", { "assets/x.txt": "one" }, true],
    ["an asset's content", { "assets/x.txt": "two" }, false],
    ["an asset's name", { "assets/y.txt": "one" }, false],
    ["a file more", { "assets/x.txt": "one", "extra.auto.tfvars.json": {} }, false],
    ["what an engine left", { "assets/x.txt": "one", ".terraform/x": "1", "terraform.tfstate": "{}", ".terraform.lock.hcl": "x" }, true],
  ] as const)("%s", (_, files, same) => {
    expect(digest(synthesized({ a: { files } })) === digest(base)).toBe(same);
  });

  it("sees a change in a local module, and in one that it calls itself", () => {
    const make = (text: string) =>
      program(
        { "modules/net/main.tf": 'module "deep" {\n  source = "../deep"\n}\n', "modules/deep/main.tf": text },
        synthesized({ a: { document: { module: { net: { source: "../../modules/net" } } } } }),
      );
    expect(digest(make("locals { a = 1 }"))).not.toBe(digest(make("locals { a = 2 }")));
    expect(digest(make("locals { a = 1 }"))).toBe(digest(make("locals { a = 1 }")));
  });
});

describe("the file", () => {
  it("is written the same every time, and read back", () => {
    const [one, two] = [synthesized(DIAMOND), synthesized(DIAMOND)];
    const graph = writeGraph(one);
    writeGraph(two);
    expect(readFileSync(join(one, GRAPH_FILE), "utf8")).toBe(readFileSync(join(two, GRAPH_FILE), "utf8"));
    expect(readGraph(one)).toEqual(graph);
  });

  it("reads a synthesis without the file, which a plain app wrote", () => {
    expect(readGraph(synthesized(DIAMOND)).stacks).toHaveLength(4);
  });

  it.each([
    ["content", (folder: string) => writeFileSync(join(folder, "stacks/left/more.tf.json"), "{}"), /the content of the stack left changed/],
    [
      "dependency",
      (folder: string) => edit(folder, (text) => text.replace('"base"\n', '"right"\n')),
      /what it says of the stack left differs/,
    ],
    ["stack", (folder: string) => edit(folder, (text) => text.replaceAll("top", "tip")), /the stack tip is missing/],
  ])("is refused when a %s was changed after synthesis", (_, change, says) => {
    const folder = synthesized(DIAMOND);
    writeGraph(folder);
    change(folder);
    expect(() => readGraph(folder)).toThrow(says);
  });

  it.each([
    ["{", /is not JSON/],
    ["[]", /no graph of stacks/],
    ['{"format":2,"stacks":[]}', /graph format 2; this release reads format 1/],
    ['{"format":1,"stacks":[{"name":"a"}]}', /no stack of a graph/],
  ])("is refused when it says %s", (text, says) => {
    expect(() => parseGraph(text, "graph.json")).toThrow(says);
  });
});

const edit = (folder: string, change: (text: string) => string): void =>
  writeFileSync(join(folder, GRAPH_FILE), change(readFileSync(join(folder, GRAPH_FILE), "utf8")));

it("finds what a stack needs, and what needs it", () => {
  const graph = graphOf(synthesized(DIAMOND));
  expect(dependenciesOf(graph, ["left"])).toEqual(["base", "left"]);
  expect(dependantsOf(graph, ["right"])).toEqual(["right", "top"]);
});

it("puts every stack above all that it depends on, and no higher than it must", () => {
  // Edges lead from a later stack to an earlier one, so that there is no circle.
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const names = Array.from({ length: 10 }, (_, i) => `s${i}`);
      const stacks = Object.fromEntries(
        names.map((name, i) => [name, { dependencies: [...new Set(pairs.flatMap(([a, b]) => (a === i && b < i ? [`s${b}`] : [])))] }]),
      );
      const graph = graphOf(synthesized(stacks));
      const level = new Map(graph.stacks.map((stack) => [stack.name, stack.level]));
      for (const { dependsOn, level: own } of graph.stacks)
        expect(own).toBe(Math.max(-1, ...dependsOn.map((name) => level.get(name) ?? Number.NaN)) + 1);
    }),
    { numRuns: 25 },
  );
});

it("reads a type of block that a file of its own says twice as the guard and the engine do", () => {
  const folder = mkdtempSync(join(tmpdir(), "terroir-twice-"));
  const write = (text: string) => writeFileSync(join(folder, "main.tf.json"), text);
  write('{"terraform":{"backend":{"s3":{}}},"terraform":{"required_version":">= 1.10"}}');
  const [document] = documentsIn(folder, "stacks/shop");
  expect(document?.members["terraform"]).toEqual([{ backend: { s3: {} } }, { required_version: ">= 1.10" }]);
  write('{"variable":{"a":{"default":1,\n"default":2}}}');
  expect(() => documentsIn(folder, "stacks/shop")).toThrow(
    /stacks\/shop\/main\.tf\.json cannot be read: the key "default" stands twice, on line 2/,
  );
  rmSync(folder, { recursive: true });
});
