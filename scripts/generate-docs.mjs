#!/usr/bin/env node
// Writes docs/rules/<family>/<name>.md, a page for each built-in rule from the rule itself, docs/profiles/<id>.md, a page for each profile from the
// profile itself, and a README.md in each folder, which lists them. --check writes nothing, and ends with 1 when a page is stale or belongs to
// nothing. Needs a loader: node --import tsx scripts/generate-docs.mjs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { builtInProfiles, builtInRules, rulePage } from "../guard/index.ts";
import { profilePage, STATUS } from "../guard/profile/page.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const check = process.argv.includes("--check");
const rules = [...builtInRules].sort((a, b) => (a.id < b.id ? -1 : 1));

const rulesIndex = `# Rules

Each page is written from the rule itself: its promise, its reason, and the examples that are its tests. \`terroir explain RULE\` prints the same page.

| rule | promise |
| --- | --- |
${rules.map(({ id, title }) => `| [${id}](${id}.md) | ${title} |`).join("\n")}
`;

const profilesIndex = `# Profiles

What a framework asks of an infrastructure, under its own numbers, and what shows it. Each page is written from the profile itself; \`terroir explain PROFILE\`
prints the same page, \`terroir check --profile PROFILE\` judges by it. How to read the answers: [the guide](../guide/profiles.md).

| profile | framework | what it is |
| --- | --- | --- |
${builtInProfiles.map(({ id, title, version, status }) => `| [${id}](${id}.md) | ${title}, ${version} | ${STATUS[status]} |`).join("\n")}
`;

const stale = [
  ...write("rules", new Map([["README.md", rulesIndex], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)])])),
  ...write("profiles", new Map([["README.md", profilesIndex], ...builtInProfiles.map((one) => [`${one.id}.md`, profilePage(one)])])),
];
if (check && stale.length > 0) {
  console.error(`docs is stale (${stale.join(", ")}): node --import tsx scripts/generate-docs.mjs`);
  process.exit(1);
}
console.log(`docs: ${rules.length} rules and ${builtInProfiles.length} profiles${stale.length === 0 ? ", as they are" : ", written"}`);

/** Writes the pages of one folder and takes out those that belong to nothing; says which were stale. */
function write(name, pages) {
  const folder = join(root, "docs", name);
  const changed = [...pages].filter(([file, text]) => !existsSync(join(folder, file)) || readFileSync(join(folder, file), "utf8") !== text);
  const orphans = (existsSync(folder) ? [...filesBelow(folder, folder)] : []).filter((file) => !pages.has(file));
  if (!check) {
    for (const [file, text] of changed) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const file of orphans) rmSync(join(folder, file));
  }
  return [...changed.map(([file]) => file), ...orphans].map((file) => `${name}/${file}`);
}

function* filesBelow(path, folder) {
  for (const entry of readdirSync(path)) {
    const file = join(path, entry);
    if (statSync(file).isDirectory()) yield* filesBelow(file, folder);
    else yield relative(folder, file).split("\\").join("/");
  }
}
