import fc from "fast-check";
import { expect, it } from "vitest";
import { builtInRules } from "../../guard/index.ts";
import { shownExample } from "../../guard/pages/shown-example.ts";
import type { Json } from "../../guard/values/json.ts";

const json = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Json>;

it("writes any JSON as it is", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(shownExample({ on: "provider" }, value).text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("leaves out where providers come from, and nothing else", () => {
  const required_providers = { ovh: { source: "ovh/ovh" } };
  const resource = { ovh_x: { k: {} } };
  const shown = shownExample({ on: "resource" }, { terraform: { required_providers, backend: { local: {} } }, resource });
  expect([JSON.parse(shown.text), shown.sources]).toEqual([{ terraform: { backend: { local: {} } }, resource }, ["ovh/ovh"]]);
  expect(JSON.parse(shownExample({ on: "resource" }, { terraform: { required_providers }, resource }).text)).toEqual({ resource });
  expect(shownExample({ on: ["resource", "provider"] }, { terraform: { required_providers }, resource }).text).toContain(
    "required_providers",
  );
});

it("keeps the examples of every rule short enough to be read at a glance", () => {
  for (const rule of builtInRules)
    for (const example of Object.values(rule.examples.fails as Readonly<Record<string, Json>>))
      expect(shownExample(rule, example).text.split("\n").length).toBeLessThanOrEqual(45);
});
