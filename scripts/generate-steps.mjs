#!/usr/bin/env node
// Assembles guard/views/shown/steps.wat, so that nobody who installs or builds needs an assembler. --check writes nothing, and ends with 1 when the
// result is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import wabt from "wabt";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "guard", "views", "shown");
const file = join(folder, "steps.generated.ts");
const { parseWat } = await wabt();
const parsed = parseWat("steps.wat", readFileSync(join(folder, "steps.wat"), "utf8"), { simd: true });
const { buffer } = parsed.toBinary({});
const text = `// Made by scripts/generate-steps.mjs from steps.wat. Do not edit.
/** The module in WebAssembly, in base64. */
export const STEPS =
  "${Buffer.from(buffer).toString("base64")}";
`;
if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  if (process.argv.includes("--check")) {
    console.error("guard/views/shown/steps.generated.ts is stale: node scripts/generate-steps.mjs");
    process.exit(1);
  }
  writeFileSync(file, text);
}
console.log(`steps.generated.ts: ${buffer.length} bytes`);
