import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { InputError, readPlan, readShown, readState } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { parseText } from "../../../guard/views/shown/parse.ts";
import { change, judgedPlan, plan, verdictOf } from "../judging.ts";

const folder = mkdtempSync(join(tmpdir(), "terroir-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(path, content);
  return path;
}

/** Elements of a document are read when they are judged. */
const everything = (path: string) => [...readShown(path).subjects];

const whole = JSON.stringify(plan([change("ovh_cloud_project_kube.k", { region: "GRA11" })]));

describe("a file that is no plan", () => {
  it.each([
    ["cut off", whole.slice(0, whole.length / 2), /not valid JSON.*cut off/],
    ["empty", "", /is empty/],
    ["blank", " \n", /is empty/],
    ["the engine's own format", "PK\u0003\u0004rest", /own plan file.*show -json/],
    ["binary", "\u0000\u0001\u0002", /is not JSON/],
    ["HCL", 'resource "ovh_x" "y" {}', /is not JSON/],
    ["a list", "[]", /a list, not an object/],
    ["a text", '"plan"', /is not JSON|single value/],
    ["the log of a plan", '{"@level":"info","@message":"x"}\n{"@level":"info"}', /log of "plan -json"/],
    ["without a version", "{}", /no format_version/],
    ["of a version to come", '{"format_version":"2.0","planned_values":{}}', /plan format 2\.0/],
    ["of an old version", '{"format_version":"0.2","planned_values":{}}', /plan format 0\.2/],
    ["of a strange version", '{"format_version":1.2,"planned_values":{}}', /no format_version/],
    ["provider schemas", '{"format_version":"1.0","provider_schemas":{}}', /provider schemas/],
    ["a configuration", '{"resource":{}}', /is a configuration, not a plan/],
    ["a run that failed", '{"format_version":"1.2","planned_values":{},"errored":true}', /run that failed/],
    ["the engine's state file", '{"version":4,"serial":1,"lineage":"x"}', /no format_version/],
    ["changes that are none", '{"format_version":"1.2","resource_changes":{}}', /resource_changes is no list/],
    [
      "a change without address",
      '{"format_version":"1.2","resource_changes":[{"type":"t","name":"n","change":{}}]}',
      /resource_changes\[0\] has no address/,
    ],
    [
      "a change without change",
      '{"format_version":"1.2","resource_changes":[{"address":"t.n","type":"t","name":"n"}]}',
      /resource_changes\[0\]/,
    ],
    ["null for a change", '{"format_version":"1.2","resource_changes":[null]}', /resource_changes\[0\]/],
  ])("%s is answered in one paragraph", (_, content, message) => {
    const path = file(content);
    expect(() => everything(path)).toThrow(InputError);
    expect(() => everything(path)).toThrow(message);
    try {
      everything(path);
    } catch (error) {
      expect(String(error)).not.toMatch(/\n/);
      expect(String(error)).toContain(path);
    }
  });

  it("does not exist, is a folder, or has nothing in it but holes", () => {
    expect(() => readShown(join(folder, "nowhere.json"))).toThrow(/does not exist/);
    expect(() => readShown(folder)).toThrow(/is a folder/);
    const holes = file("{");
    truncateSync(holes, 2 ** 29);
    expect(() => readShown(holes)).toThrow(/not valid JSON/);
  });
});

it("reads what a shell redirected in another encoding", () => {
  expect(everything(file(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, "utf16le")])))).toHaveLength(2);
  expect(everything(file(`\ufeff${whole}`))).toHaveLength(2);
});

describe("names of every object", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])("%s is a name like others", (name) => {
    const text = JSON.stringify(
      plan([change("ovh_cloud_project_kube.k", { region: "GRA11" })], {
        configuration: {
          provider_config: { NAME: { expressions: { NAME: {} } } },
          root_module: {
            NAME: [],
            module_calls: { NAME: { module: {} } },
            resources: [{ type: "NAME", name: "NAME", provider_config_key: "NAME", expressions: { NAME: {} } }],
          },
        },
        prior_state: { values: { root_module: { NAME: {} } } },
      }),
    ).replaceAll("NAME", name);
    const report = judgedPlan(JSON.parse(text) as Json);
    expect(report.resources.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)["region"]).toBeUndefined();
    const odd = judgedPlan(plan([change(`${name}.x`, JSON.parse(`{"${name}": {"region": "GRA11"}, "region": "GRA11"}`) as Json)]));
    expect(verdictOf(odd, `${name}.x`)).toBe("undecided");
  });

  it("are no inherited values", () => {
    const subject = readPlan(plan([change("ovh_x.y", {})]), "p").find("ovh_x.y");
    for (const path of ["constructor.name", "__proto__", "toString", "a.__proto__.b", "constructor[].x"])
      expect(subject?.read(path).every(({ value }) => value.kind === "absent")).toBe(true);
  });
});

it("ends in rings, of references and of modules", () => {
  const ring = (a: string, b: string) => ({
    mode: "managed",
    type: "ovh_cloud_project_kube_nodepool",
    name: a,
    expressions: { kube_id: { references: [`ovh_cloud_project_kube_nodepool.${b}.kube_id`, `ovh_cloud_project_kube_nodepool.${b}`] } },
  });
  const pool = (name: string) => change(`ovh_cloud_project_kube_nodepool.${name}`, {}, { change: { after_unknown: { kube_id: true } } });
  const report = judgedPlan(
    plan([pool("a"), pool("b")], { configuration: { root_module: { resources: [ring("a", "b"), ring("b", "a")] } } }),
  );
  expect(report.summary.undecided).toBeGreaterThanOrEqual(2);
  const outputs = { outputs: { x: { expression: { references: ["var.x"] } } } };
  const looped = plan([pool("a")], {
    configuration: {
      root_module: {
        resources: [{ ...ring("a", "b"), expressions: { kube_id: { references: ["module.m.x"] } } }],
        module_calls: { m: { expressions: { x: { references: ["module.m.x"] } }, module: outputs } },
      },
    },
  });
  expect(verdictOf(judgedPlan(looped), "ovh_cloud_project_kube_nodepool.a")).toBe("undecided");
});

it("refuses nesting that no engine would have written", () => {
  let module: { readonly [key: string]: Json } = {};
  for (let i = 0; i < 5000; i++) module = { module_calls: { m: { module } } };
  expect(() => readPlan(plan([], { configuration: { root_module: module } }), "deep.json")).toThrow(/deep\.json nests modules/);
  let values: { readonly [key: string]: Json } = {};
  for (let i = 0; i < 5000; i++) values = { child_modules: [values] };
  expect(() => readState({ format_version: "1.0", values: { root_module: values } }, "deep.json")).toThrow(/nests modules/);
  let deep: Json = "BHS5";
  for (let i = 0; i < 5000; i++) deep = [deep];
  const nested = judgedPlan(plan([change("ovh_cloud_project_kube.k", { region: deep })]));
  expect(nested.verdict).toBe("refused");
});

describe("any bytes and any JSON", () => {
  const json = fc.jsonValue({ maxDepth: 6, noUnicodeString: false });
  it("are read, or answered in words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        try {
          parseText(text, "x");
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never pass for a plan that is inside unless they hold nothing", () => {
    fc.assert(
      fc.property(json, json, json, json, (after, unknown, configuration, values) => {
        const one = change("ovh_cloud_project_kube.k", after as Json, { change: { after_unknown: unknown as Json } });
        const report = judgedPlan(plan([one], { configuration: configuration as Json, prior_state: { values: values as Json } }));
        expect(report.verdict).toBe("refused");
      }),
      { numRuns: 500 },
    );
  });

  it("never escape in another way when a plan is cut or changed", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (index, other) => {
        try {
          judgedPlan(parseText(whole.slice(0, index) + other + whole.slice(index + 1), "x"));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it("judges ten thousand changes in a moment", () => {
  const changes = Array.from({ length: 10_000 }, (_, i) =>
    change(`ovh_cloud_project_kube.k${i}`, {
      service_name: "p",
      name: "k",
      region: i % 100 === 0 ? "BHS5" : "GRA11",
      private_network_id: "n",
    }),
  );
  const json = plan(changes);
  const start = performance.now();
  const report = judgedPlan(json);
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(report.findings.filter((one) => one.rule === "residency/region")).toHaveLength(100);
});
