import { readdirSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { Bucket, SovereignStack } from "../../constructs/index.ts";
import { definePolicy, defineRule, pass } from "../../guard/index.ts";
import { synthesized } from "../../testing/index.ts";

const STORAGE = "ovh_cloud_project_storage";
const account = { project: "p" };
const override = (bucket: Bucket, path: string, value: unknown) => {
  for (const resource of bucket.resources) resource.addOverride(path, value);
};

afterEach(() => {
  expect(readdirSync(process.cwd()).filter((name) => name.includes(`terroir-${process.pid}-`))).toEqual([]);
});

it("gives document, report and resources of a program that is inside", () => {
  const { document, documents, report, refusals, resources } = synthesized((app) => {
    const stack = new SovereignStack(app, "shop", { at: ovh("GRA11"), account });
    new Bucket(stack, "media", { name: "acme-media" });
    new Bucket(stack, "logs", { name: "acme-logs", versioned: false });
  });
  expect(report.verdict).toBe("inside");
  expect(refusals).toEqual([]);
  expect(Object.keys(documents)).toEqual(["shop"]);
  expect(documents["shop"]).toBe(document());
  expect(resources(STORAGE).map(({ name, versioning }) => [name, versioning])).toEqual([
    ["acme-logs", { status: "disabled" }],
    ["acme-media", { status: "enabled" }],
  ]);
  expect(resources(STORAGE)[0]).not.toHaveProperty("//");
  expect(resources("ovh_cloud_project_kube")).toEqual([]);
});

it("gives the same twice, so that it can be compared: no name of a folder, no day's luck", () => {
  const run = (bucket: string) =>
    synthesized((app) => {
      const made = new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account }), "media");
      if (bucket !== "") override(made, "region_name", bucket);
    });
  for (const bucket of ["", "BHS"]) {
    const [one, two] = [run(bucket), run(bucket)];
    expect(JSON.stringify(one.report)).toBe(JSON.stringify(two.report));
    expect(JSON.stringify(one.documents)).toBe(JSON.stringify(two.documents));
    expect(JSON.stringify(one)).not.toMatch(/terroir-\d/);
    expect(one.report.views.map(({ origin }) => origin)).toEqual(["cdktf.out/stacks/shop"]);
  }
  expect(run("").document()["terraform"]).toMatchObject({ backend: { local: { path: "../../../terraform.shop.tfstate" } } });
});

it("says why the guard refuses, and that nothing is written then", () => {
  const result = synthesized((app) => {
    const bucket = new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account }), "media");
    override(bucket, "region_name", "BHS");
  });
  expect(result.report.verdict).toBe("refused");
  expect(result.refusals).toEqual([expect.stringMatching(/^residency\/region: .*Beauharnois.* To do: /)]);
  expect(result.documents).toEqual({});
  expect(result.resources(STORAGE)).toEqual([]);
  expect(() => result.document()).toThrow(/^The guard refused, so nothing was written:\nresidency\/region/);
});

it("judges under a policy of one's own", () => {
  const never = defineRule({
    id: "acme/never",
    title: "No bucket at all",
    why: "For this test.",
    on: "bucket",
    check: (bucket) => (bucket.read("versioned", false) ? { because: "keeps versions", fix: "versioned: false" } : pass),
    examples: { passes: { no: { versioned: false } }, fails: { yes: { versioned: true } } },
  });
  const program = (versioned: boolean) =>
    synthesized((app) => void new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account }), "media", { versioned }), {
      policy: definePolicy({ rules: [never] }),
    });
  expect(program(false).refusals).toEqual([]);
  expect(program(true).refusals).toEqual([expect.stringMatching(/^acme\/never: .*keeps versions/)]);
});

it("keeps several stacks apart", () => {
  const result = synthesized((app) => {
    for (const [id, at] of [["north", ovh("GRA11")] as const, ["east", ovh("WAW1")] as const])
      new Bucket(new SovereignStack(app, id, { at, account }), "media");
  });
  expect(Object.keys(result.documents).sort()).toEqual(["east", "north"]);
  expect(result.resources(STORAGE)).toHaveLength(2);
  expect(() => result.document()).toThrow("There are several stacks: ");
});

it("lets what the program throws through, and a second run after it", () => {
  const wrong = () =>
    synthesized((app) => void new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account }), "media", { name: "NO" }));
  expect(wrong).toThrow(/shop\/media: .*is no bucket name/);
  expect(wrong).toThrow(/shop\/media: .*is no bucket name/);
  expect(() =>
    synthesized(() => {
      throw new RangeError("mine");
    }),
  ).toThrow(RangeError);
});

it("refuses a program that makes nothing, or that is not done when it returns", () => {
  expect(() => synthesized(() => {})).toThrow(/has no stack, so there is nothing to write/);
  expect(() => synthesized(async () => {})).toThrow(/asynchronous/);
});
