#!/usr/bin/env node
// Writes docs/rules/<family>/<name>.md, a page for each built-in rule from the rule itself, and docs/rules/README.md, which lists them. --check
// writes nothing, and ends with 1 when a page is stale or belongs to no rule. Needs a loader: node --import tsx scripts/generate-docs.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { builtInRules, page } from "../guard/index.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "docs", "rules");
const check = process.argv.includes("--check");
const rules = [...builtInRules].sort((a, b) => (a.id < b.id ? -1 : 1));

const index = `# Rules

Each page is written from the rule itself: its promise, its reason, and the examples that are its tests. \`terroir explain RULE\` prints the same page.

| rule | promise |
| --- | --- |
${rules.map(({ id, title }) => `| [${id}](${id}.md) | ${title} |`).join("\n")}
`;
const pages = new Map([["README.md", index], ...rules.map((rule) => [`${rule.id}.md`, page(rule)])]);

const stale = [...pages].filter(([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), "utf8") !== text);
const orphans = (existsSync(folder) ? [...filesBelow(folder)] : []).filter((name) => !pages.has(name));
if (check) {
  const wrong = [...stale.map(([name]) => name), ...orphans];
  if (wrong.length > 0) {
    console.error(`docs/rules is stale (${wrong.join(", ")}): node --import tsx scripts/generate-docs.mjs`);
    process.exit(1);
  }
} else {
  for (const [name, text] of stale) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const name of orphans) rmSync(join(folder, name));
}
console.log(`docs/rules: ${rules.length} rules${check || stale.length + orphans.length === 0 ? ", as they are" : ", written"}`);

function* filesBelow(path) {
  for (const entry of readdirSync(path)) {
    const file = join(path, entry);
    if (statSync(file).isDirectory()) yield* filesBelow(file);
    else yield relative(folder, file).split("\\").join("/");
  }
}
