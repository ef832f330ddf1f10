import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import {
  defaultPolicy,
  definePolicy,
  defineRule,
  type Infrastructure,
  judge,
  pass,
  type Report,
  readPlan,
  readState,
  type Subject,
} from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { planOf } from "../../../guard/views/plan.ts";
import { openBytes, openSource } from "../../../guard/views/shown/open.ts";
import { sourceOfBytes, sourceOfFile, windowsOf } from "../../../guard/views/shown/source.ts";
import { stateOf } from "../../../guard/views/state.ts";
import { AS_OF, change, plan } from "../judging.ts";
import { anyJson } from "./any-json.ts";

const judged = (infrastructure: Infrastructure, policy = defaultPolicy): Report => judge([infrastructure], policy, { asOf: AS_OF });
const streamed = (text: string): Infrastructure => planOf(openSource(sourceOfBytes(Buffer.from(text)), "plan.json", 256), "plan.json");

/** The same, without any way to tell who is alike: each is judged for itself. */
function oneByOne(read: Infrastructure): Infrastructure {
  const plain = (subject: Subject): Subject =>
    new Proxy(subject, {
      get: (of, name) => {
        if (name === "alike") return undefined;
        const found = Reflect.get(of, name, of) as unknown;
        return typeof found === "function" ? (found as (...args: unknown[]) => unknown).bind(of) : found;
      },
    });
  const { view, origin, unseen } = read;
  const subjects = [...read.subjects].map(plain);
  const find = (address: string) => subjects.findLast((one) => one.leaves === undefined && one.address === address);
  return { view, origin, unseen, subjects, find };
}

const folder = mkdtempSync(join(tmpdir(), "terroir-streamed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const generated = (count: number, outside = 5, unknown = 5): string => {
  const path = join(folder, `${count}.json`);
  spawnSync(process.execPath, ["benchmarks/plan.mjs", String(count), path, String(outside), String(unknown)], { stdio: "ignore" });
  return path;
};

it("judges a streamed plan like one that is in memory, and alike resources like each for itself", () => {
  const text = readFileSync(generated(2000), "utf8");
  const whole = judged(oneByOne(readPlan(JSON.parse(text) as Json, "plan.json")));
  expect(judged(streamed(text))).toEqual(whole);
  expect(judged(planOf(openSource(sourceOfFile(generated(2000)), "plan.json"), "plan.json"))).toEqual(whole);
  expect(judged(planOf(openBytes(Buffer.from(text), "plan.json"), "plan.json"))).toEqual(whole);
  // Sections in any order, in any spelling.
  const turned = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
  expect(judged(streamed(JSON.stringify(turned, null, 1)))).toEqual(whole);
  expect(whole.summary.outside).toBeGreaterThan(100);
  expect(whole.summary.undecided).toBeGreaterThan(100);
});

const REGION = fc.constantFrom<Json>("GRA11", "SBG5", "BHS5", "UK1", "nowhere", "", null, ["GRA11", "BHS5"], { a: "GRA11" }, 7);

/** Resources of a few sorts, much alike, which refer to each other. */
const programs = fc
  .array(
    fc.record({
      region: REGION,
      unknown: fc.constantFrom<Json>({}, {}, { region: true }, true, false, { region: [true] }),
      sensitive: fc.constantFrom<Json>({}, false, { region: true }),
      actions: fc.constantFrom<Json>(
        ["create"],
        ["create"],
        ["no-op"],
        ["delete"],
        ["delete", "create"],
        ["update"],
        ["forget"],
        ["later"],
        [],
      ),
      parent: fc.nat(5),
      literal: fc.boolean(),
      module: fc.constantFrom("", "", 'module.m["a"]', 'module.m["b"]'),
      pool: fc.boolean(),
      deposed: fc.constantFrom(undefined, undefined, "abc"),
      tags: anyJson,
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((resources): Json => {
    const clusters = "ovh_cloud_project_kube";
    const pools = "ovh_cloud_project_kube_nodepool";
    const blocks: { readonly module: string; readonly block: Json }[] = [];
    const changes = resources.map(({ region, unknown, sensitive, actions, parent, literal, module, pool, deposed, tags }, index) => {
      const type = pool ? pools : clusters;
      const reference = `${clusters}.r${parent}`;
      const expressions: Json = pool
        ? { kube_id: literal ? { constant_value: "k" } : { references: [`${reference}.id`, reference] } }
        : { region: { references: ["var.region"] } };
      const block: Json = { mode: "managed", type, name: `r${index}`, provider_config_key: "ovh", expressions };
      blocks.push({ module: module === "" ? "" : "m", block });
      const body: Json = pool ? { service_name: "p", ...(literal && { kube_id: "k" }), tags } : { service_name: "p", region, tags };
      const open: Json = pool && !literal ? { kube_id: true, id: true } : unknown;
      return change(`${module === "" ? "" : `${module}.`}${type}.r${index}`, body, {
        ...(module !== "" && { module_address: module }),
        ...(deposed !== undefined && { deposed }),
        change: {
          actions,
          after_unknown: open,
          after_sensitive: sensitive,
          ...(JSON.stringify(actions).includes("delete") && { before: body }),
        },
      });
    });
    const inModule = (of: string) => blocks.filter(({ module }) => module === of).map(({ block }) => block);
    return plan(changes, {
      configuration: {
        provider_config: {
          ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
        },
        root_module: {
          resources: inModule(""),
          module_calls: { m: { for_each_expression: { references: ["var.m"] }, module: { resources: inModule("m") } } },
        },
      },
    });
  });

it("judges any program the same in both ways", () => {
  fc.assert(
    fc.property(programs, (json) => {
      const whole = judged(oneByOne(readPlan(json, "plan.json")));
      expect(judged(readPlan(json, "plan.json"))).toEqual(whole);
      expect(judged(streamed(JSON.stringify(json)))).toEqual(whole);
      expect(judged(planOf(openBytes(Buffer.from(JSON.stringify(json).padEnd(64 * 1024 + 1)), "plan.json"), "plan.json"))).toEqual(whole);
      const spaced = Buffer.from(JSON.stringify(json, null, 1));
      expect(judged(planOf(openSource(windowsOf(spaced, 2000), "plan.json", 2000), "plan.json"))).toEqual(whole);
    }),
    { numRuns: Number(process.env["TERROIR_PROGRAMS"] ?? 300) },
  );
});

it("asks a company's rule about every single resource, whatever it looks at", () => {
  const asked: string[] = [];
  const rule = defineRule({
    id: "acme/named",
    title: "Every cluster is asked about",
    why: "A rule may look at the address.",
    on: "cluster",
    check(subject) {
      asked.push(subject.address);
      return subject.address.endsWith("7") ? { because: "ends in seven", fix: "rename it" } : pass;
    },
    examples: { passes: {}, fails: { "no cluster is without an address": {} } },
  });
  const policy = definePolicy({ name: "acme", rules: [rule as never] });
  const changes = Array.from({ length: 40 }, (_, i) =>
    change(`ovh_cloud_project_kube.k${i}`, { region: "GRA11", private_network_id: "n" }),
  );
  const report = judged(streamed(JSON.stringify(plan(changes))), policy);
  expect(new Set(asked).size).toBe(40);
  expect(report.findings.filter((one) => one.rule === "acme/named").map((one) => one.address)).toEqual(
    ["k17", "k27", "k37", "k7"].map((name) => `ovh_cloud_project_kube.${name}`),
  );
});

it("reads a state of any size, too", () => {
  const resource = (index: number): Json => ({
    address: `ovh_cloud_project_kube.k[${index}]`,
    mode: "managed",
    type: "ovh_cloud_project_kube",
    name: "k",
    provider_name: "registry.terraform.io/ovh/ovh",
    values: { id: `id-${index}`, region: index % 3 === 0 ? "BHS5" : "GRA11" },
    sensitive_values: {},
  });
  const json: { readonly [key: string]: Json } = {
    format_version: "1.0",
    terraform_version: "1.12.6",
    values: {
      root_module: {
        resources: Array.from({ length: 50 }, (_, i) => resource(i)),
        child_modules: [{ address: "module.m", resources: [{ ...(resource(3) as object), address: "module.m.ovh_cloud_project_kube.k" }] }],
      },
    },
  };
  const whole = judged(readState(json, "state.json"));
  expect(judged(stateOf(openSource(sourceOfBytes(Buffer.from(JSON.stringify(json))), "state.json", 128), "state.json"))).toEqual(whole);
  expect(whole.resources.filter((one) => one.type === "ovh_cloud_project_kube")).toHaveLength(51);
});

it("stops when the file changes under it", () => {
  const path = join(folder, "moving.json");
  writeFileSync(path, JSON.stringify(plan([change("ovh_cloud_project_kube.k", { region: "GRA11" })])));
  const source = sourceOfFile(path);
  writeFileSync(path, "{}");
  expect(() => source.view(0, 2)).toThrow(/changed while it was read/);
});
