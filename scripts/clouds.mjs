// The clouds are the folders of clouds/ that hold a cloud: nobody keeps a list of them. Writes clouds/registry/, which imports each, so that a bundler
// sees what is loaded; the folder is not committed. Run by the build, the type check and the tests; `node scripts/clouds.mjs` runs it alone.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Names of the clouds, in alphabetical order: folders with facts, lowerings and a schema. */
export function cloudNames(root = ROOT) {
  const has = (name, file) => existsSync(join(root, "clouds", name, file));
  return readdirSync(join(root, "clouds"))
    .filter((name) => /^[a-z][a-z0-9-]*$/.test(name) && ["index.ts", "facts.ts", "schema.json"].every((file) => has(name, file)))
    .sort();
}

/** Public entries of the package: name → its module, with the clouds' pattern written out. */
export function publicEntries(manifest, root = ROOT) {
  return Object.entries(manifest.exports).flatMap(([name, entry]) => {
    const { "terroir-source": source, types } = entry;
    if (!name.includes("*")) return [{ name, source, types }];
    return cloudNames(root).map((cloud) => ({
      name: name.replace("*", cloud),
      source: source.replace("*", cloud),
      types: `./dist/types/clouds/${cloud}/index.d.ts`,
      cloud,
    }));
  });
}

/** Writes the registry where it is not as it should be. */
export function writeRegistry(root = ROOT) {
  const folder = join(root, "clouds", "registry");
  const files = registry(root, cloudNames(root));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!(file in files)) rmSync(join(folder, file), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  }
}

function registry(root, names) {
  const having = (file) => names.filter((name) => existsSync(join(root, "clouds", name, file)));
  const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  const imports = (clouds, file, exported) => clouds.map((name) => `import { ${exported(name)} } from "../${name}/${file}";`).join("\n");
  const list = (clouds) => `[${clouds.map(camel).join(", ")}]`;
  const head = (what) => `/** ${what} Written by scripts/clouds.mjs from the folders beside it: do not edit. */\n`;
  const aliased = (what) => (name) => `${what} as ${camel(name)}`;
  return {
    "facts.ts": `${head("What the guard reads of every cloud.")}import type { CloudFacts } from "../contract/facts.ts";
${imports(names, "facts.ts", aliased("facts"))}

export const FACTS: readonly CloudFacts[] = ${list(names)};
`,
    "clouds.ts": `${head("Every cloud, with what it can build.")}${imports(names, "index.ts", camel)}

export const CLOUDS = ${list(names)} as const;
`,
    "rehearsals.ts": `${head("How each simulated cloud behaves, loaded when it is asked for.")}import type { RehearsalOverlay } from "../contract/rehearsal.ts";

export const REHEARSALS: Readonly<Record<string, () => Promise<{ readonly rehearsal: RehearsalOverlay }>>> = {
${having("rehearsal.ts")
  .map((name) => `  "${name}": () => import("../${name}/rehearsal.ts"),`)
  .join("\n")}
};
`,
    "pulumi.ts": `${head("How the clouds' Pulumi packages name things.")}import type { PulumiNames } from "../contract/pulumi-names.ts";
${imports(having("pulumi.ts"), "pulumi.ts", aliased("pulumi"))}

export const PULUMI: readonly PulumiNames[] = ${list(having("pulumi.ts"))};
`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeRegistry();
