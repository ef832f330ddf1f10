#!/usr/bin/env node
// Writes policy.schema.json, the JSON Schema of a policy file, from the description by which the guard checks one. --check writes nothing, and ends
// with 1 when it is stale. Needs a loader: node --import tsx scripts/generate-policy-schema.mjs
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { policySchema } from "../guard/index.ts";

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), "policy.schema.json");
const text = `${JSON.stringify(policySchema(), null, 2)}\n`;
if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  if (process.argv.includes("--check")) {
    console.error("policy.schema.json is stale: node --import tsx scripts/generate-policy-schema.mjs");
    process.exit(1);
  }
  writeFileSync(file, text);
}
console.log("policy.schema.json: as the guard checks a policy");
