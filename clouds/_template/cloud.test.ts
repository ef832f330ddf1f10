import { fileURLToPath } from "node:url";
import { defaultKnowledge, defaultPolicy, judge, type Knowledge, readDocument } from "terroir/guard";
import { cloudContract, placementProblems, providerSchema, recorder } from "terroir/testing";
import { describe, expect, it } from "vitest";
import { facts } from "./facts.ts";
import { __CAMEL__ } from "./index.ts";
import { operator } from "./operator.ts";

const schema = providerSchema(fileURLToPath(new URL("schema.json", import.meta.url)));

describe("what is written is what the provider takes", () => {
  it.each(cloudContract(__CAMEL__, schema))("$name", ({ check }) => check());
});

it("says of every resource type where it is", () => {
  expect(placementProblems(facts, schema)).toEqual([]);
});

/** The catalogue, and this cloud beside it. */
const knowledge: Knowledge = {
  ...defaultKnowledge,
  cloudOf: (source) => (facts.sources.includes(source) ? facts : defaultKnowledge.cloudOf(source)),
  cloud: (name) => (name === facts.cloud ? facts : defaultKnowledge.cloud(name)),
  operator: (id, day) => (id === operator.id ? operator : defaultKnowledge.operator(id, day)),
};

function verdictsIn(region: string): readonly string[] {
  const document = {
    terraform: { required_providers: { __PREFIX__: { source: "acme/__PREFIX__" } } },
    provider: { __PREFIX__: { endpoint: "https://api.__PREFIX__.example" } },
    resource: { __PREFIX___bucket: { media: { name: "media", region } } },
  };
  const rules = ["residency", "jurisdiction", "encryption"];
  return judge([readDocument(document, "main.tf.json")], defaultPolicy, { knowledge, rules }).findings.map(({ rule, verdict }) => `${verdict} ${rule}`);
}

it("is inside in the EU", () => {
  expect(verdictsIn("north-1").filter((finding) => !finding.startsWith("inside"))).toEqual([]);
});

it("is refused elsewhere, and where nobody knows", () => {
  expect(verdictsIn("west-1")).toContain("outside residency/region");
  expect(verdictsIn("nowhere-1")).not.toEqual([]);
});

it("writes the region of the place", () => {
  const { cx, drafts } = recorder(__CAMEL__("north-1"));
  __CAMEL__.lower.bucket(
    { name: "media", versioned: true, encryption: { by: "operator" }, replicas: [], lifecycle: [], tags: {}, protect: false },
    cx,
  );
  expect(drafts().map(({ type, args }) => [type, args["region"]])).toEqual([["__PREFIX___bucket", "north-1"]]);
});
