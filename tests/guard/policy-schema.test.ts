import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parsePolicy, policySchema } from "../../guard/index.ts";
import { ROOT } from "../architecture/house.ts";

const shipped = JSON.parse(readFileSync(join(ROOT, "policy.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(shipped);
const guardSays = (policy: unknown): boolean => {
  try {
    parsePolicy(policy);
    return true;
  } catch {
    return false;
  }
};

const waiver = { rule: "residency/region", address: "a.b", reason: "r", owner: "o", approver: "p", until: "2026-12-01" };

const RIGHT: readonly object[] = [
  {},
  { name: "acme", countries: "eea", places: ["ovh:GRA11"] },
  { countries: ["FR", "DE"], operators: { seat: "eu", control: ["FR"], only: ["ovhcloud"], never: ["cloudwatt"] } },
  { profiles: ["secnumcloud", "gaia-x-label-3"] },
  { parameters: { "encryption/at-rest": { accept: "proved" }, "isolation/public-address": { entrances: ["a.b"] } } },
  { environment: { OVH_ENDPOINT: "" }, located: { abc: "ovh:GRA11" }, backends: { local: true } },
  { endpoints: ["s3.acme.example"], registries: ["registry.acme.example"], waivers: [waiver] },
  { demands: ["encryption"] },
];

const WRONG: readonly object[] = [
  { contries: ["FR"] },
  { countries: "europe" },
  { countries: ["XX"] },
  { operators: { only: ["nobody"] } },
  { operators: { sea: "eu" } },
  { places: ["GRA11"] },
  { profiles: ["secnumclod"] },
  { profiles: "secnumcloud" },
  { parameters: { "encryption/at-rst": {} } },
  { parameters: { "encryption/at-rest": { acept: "proved" } } },
  { parameters: { "encryption/at-rest": { accept: 3 } } },
  { backends: { local: "yes" } },
  { rules: [] },
  { extends: {} },
  { waivers: [{ ...waiver, untill: "2026-12-01" }] },
  { waivers: [{ rule: "residency/region", address: "a.b" }] },
  { waivers: [{ ...waiver, until: "soon" }] },
  { name: " " },
  { demands: ["encryption/at-rst"] },
];

describe("the schema of a policy file", () => {
  it("is the one that the guard's own description gives", () => {
    expect(shipped).toEqual(JSON.parse(JSON.stringify(policySchema())));
  });

  it("ships in the package", () => {
    expect(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).files).toContain("policy.schema.json");
  });

  it.each(["examples/landing-zone/policy.json"])("accepts %s", (file) => {
    const policy = JSON.parse(readFileSync(join(ROOT, file), "utf8"));
    expect([validate(policy), validate.errors, guardSays(policy)]).toEqual([true, null, true]);
  });

  it.each(RIGHT.map((policy) => [JSON.stringify(policy), policy]))("accepts what the guard accepts: %s", (_, policy) => {
    expect([validate(policy), guardSays(policy)]).toEqual([true, true]);
  });

  it.each(WRONG.map((policy) => [JSON.stringify(policy), policy]))("refuses what the guard refuses: %s", (_, policy) => {
    expect([validate(policy), guardSays(policy)]).toEqual([false, false]);
  });

  it("says what every key is for", () => {
    for (const [key, field] of Object.entries<{ description?: string }>(shipped.properties)) expect(field.description, key).toMatch(/\.$/);
  });
});
