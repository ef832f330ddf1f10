import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { located } from "../../cli/code/located.ts";
import { formats } from "../../evidence/index.ts";
import { definePolicy, judge, type PolicyInput, readDocument } from "../../guard/index.ts";
import { readFolderOfCode } from "../../guard/views/folder.ts";
import { ROOT } from "../architecture/house.ts";
import { folderWith } from "../cli/terroir.ts";

type Schema = { readonly [key: string]: unknown };
const shipped = JSON.parse(readFileSync(join(ROOT, "report.schema.json"), "utf8")) as Schema;

/** The shipped one lets members be added; here each has to be named, so that nothing is printed that it does not tell of. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in schema && "required" in schema ? { ...inner, additionalProperties: false } : inner;
};
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, validateFormats: false }).compile(
  closed(shipped) as Schema,
);

const STORAGE = { service_name: "p", name: "m" };
const document = {
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  variable: { region: { sensitive: true, default: "SYD" } },
  resource: {
    ovh_cloud_project_storage: {
      media: { ...STORAGE, region_name: "SYD" },
      hidden: { ...STORAGE, region_name: "${var.region}" },
      kept: { ...STORAGE, region_name: "GRA", encryption: { sse_algorithm: "AES256" } },
    },
    ovh_domain_zone_record: { www: { zone: "example.org", fieldtype: "A", target: "91.198.174.1" } },
  },
};
const waiver = {
  rule: "residency/region",
  address: "ovh_cloud_project_storage.media",
  value: "SYD",
  reason: "r",
  owner: "o",
  approver: "p",
};

it.each<[string, PolicyInput]>([
  ["a plain one", {}],
  [
    "with a waiver, and one that is none",
    {
      waivers: [
        { ...waiver, until: "2026-12-31" },
        { ...waiver, address: "a.b", until: "2026-12-31" },
      ],
    },
  ],
  ["with profiles, scores and claims", { profiles: ["csf", "secnumcloud", "gaia-x-label-3", "dora"] }],
  [
    "with everything demanded",
    { demands: ["encryption", "resilience", "audit", "identity", "supply-chain", "portability", "jurisdiction"] },
  ],
])("the schema that is shipped tells of all that a report prints: %s", (_, policy) => {
  const code = folderWith({ "main.tf": 'resource "ovh_cloud_project_storage" "code" {\n  region_name = "BHS"\n}\n' });
  const report = located(
    judge([readDocument(document, "main.tf.json"), readFolderOfCode(code)], definePolicy(policy), { asOf: "2026-11-23" }),
  );
  const printed = JSON.parse(formats.json(report)) as { findings: readonly Schema[] };
  validate(printed);
  expect(validate.errors ?? []).toEqual([]);
  expect(printed.findings.some(({ source }) => source !== null)).toBe(true);
});

it("the schema refuses what is no report", () => {
  for (const wrong of [{}, { verdict: "fine" }, []]) expect(validate(wrong)).toBe(false);
});
