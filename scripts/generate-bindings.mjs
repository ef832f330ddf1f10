// Writes bindings/packages/provider-*: `package.json` and README are committed, all else is generated from clouds/*/schema.json.
// Skips packages whose inputs have not changed; `--check` writes nothing and fails when a committed file is stale.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const isCheck = process.argv.includes("--check");
const cache = "node_modules/.cache/terroir/bindings";
const sources = ["bindings/generator", "bindings/naming", "bindings/runtime", "clouds/schema"].flatMap((folder) =>
  readdirSync(folder).map((file) => join(folder, file)),
);
const digest = (...files) => files.reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256")).digest("hex");
const own = digest(...sources, "scripts/generate-bindings.mjs");
const named = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
// A package is published under a name, so that a cloud gets one when somebody asks for it: node scripts/generate-bindings.mjs acme.
const clouds = readdirSync("clouds").filter(
  (name) => existsSync(join("clouds", name, "schema.json")) && (named.includes(name) || existsSync(join(folderOf(name), "package.json"))),
);
const stale = clouds.filter((name) => {
  const stamp = join(folderOf(name), ".digest");
  return isCheck || !existsSync(stamp) || readFileSync(stamp, "utf8") !== stampOf(name);
});
if (stale.length > 0) process.exitCode = await generate(stale);

function folderOf(name) {
  return join("bindings/packages", `provider-${name}`);
}

function stampOf(name) {
  return `${own} ${digest(join("clouds", name, "schema.json"))}`;
}

async function generate(names) {
  const begun = Date.now();
  const options = { bundle: true, write: true, platform: "node", target: "node20.19", packages: "external", logLevel: "warning" };
  mkdirSync(cache, { recursive: true });
  // One file for the generator and the schema reader beside it, since no tool but esbuild may be needed to build.
  const entry = 'export { packageOf } from "./bindings/generator/index.ts"; export { readSchema } from "./clouds/schema/index.ts";';
  await build({ ...options, stdin: { contents: entry, resolveDir: root, loader: "ts" }, format: "esm", outfile: `${cache}/generator.mjs` });
  await build({
    ...options,
    stdin: { contents: 'export { define, namespace } from "./bindings/runtime/index.ts";', resolveDir: root, loader: "ts" },
    format: "cjs",
    minify: true,
    outfile: `${cache}/runtime.js`,
  });
  const { packageOf, readSchema } = await import(`${pathToFileURL(join(root, cache, "generator.mjs"))}?${own}`);
  const runtime = readFileSync(`${cache}/runtime.js`, "utf8");
  let wrong = 0;
  for (const name of names) {
    const folder = folderOf(name);
    const { committed, generated } = packageOf(name, readSchema(join("clouds", name, "schema.json")), runtime);
    if (isCheck) {
      for (const [file, text] of Object.entries(committed)) {
        const path = join(folder, file);
        if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
        process.stderr.write(`${path} is stale: run node scripts/generate-bindings.mjs\n`);
        wrong++;
      }
      continue;
    }
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder))
      if (!(file in committed) && file !== "node_modules") rmSync(join(folder, file), { recursive: true });
    for (const [file, text] of Object.entries({ ...committed, ...generated })) writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, ".digest"), stampOf(name));
  }
  if (!isCheck) process.stdout.write(`wrote bindings for ${names.join(", ")} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
  return wrong === 0 ? 0 : 1;
}
