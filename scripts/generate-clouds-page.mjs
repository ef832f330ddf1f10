#!/usr/bin/env node
// Writes docs/guide/clouds.md, what each cloud offers, from the clouds themselves. --check writes nothing, and ends with 1 when the page is stale. Needs
// a loader: node --import tsx scripts/generate-clouds-page.mjs
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cloudsPage } from "../cli/clouds-page.ts";

const page = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "guide", "clouds.md");
if (!existsSync(page) || readFileSync(page, "utf8") !== cloudsPage()) {
  if (process.argv.includes("--check")) {
    console.error("docs/guide/clouds.md is stale: node --import tsx scripts/generate-clouds-page.mjs");
    process.exit(1);
  }
  writeFileSync(page, cloudsPage());
}
