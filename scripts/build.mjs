// Builds dist/: generated bindings, one bundle per public entry with shared chunks, and type declarations.
// `--if-stale` builds only when a source is newer than the last build.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone, bundle } from "./bundle.mjs";
import { publicEntries, writeRegistry } from "./clouds.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const stamp = "dist/.built";
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const ROOMS = [
  "catalogue",
  "clouds",
  "guard",
  "bindings/generator",
  "bindings/naming",
  "bindings/runtime",
  "constructs",
  "stacks",
  "rehearsal",
  "engines",
  "evidence",
  "delivery",
  "testing",
  "portability",
  "cli",
];

if (!process.argv.includes("--if-stale") || isStale()) await buildAll();

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const newer = (path) => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return stat.mtimeMs > built;
    return readdirSync(path).some((entry) => entry !== "node_modules" && newer(join(path, entry)));
  };
  return ["package.json", "tsconfig.json", "scripts", ...ROOMS].filter(existsSync).some(newer);
}

async function buildAll() {
  const begun = Date.now();
  writeRegistry();
  if (existsSync("scripts/generate-bindings.mjs")) run("node", ["scripts/generate-bindings.mjs"]);
  rmSync("dist", { recursive: true, force: true });
  const entries = publicEntries(manifest);
  // Programs: the command, the process in which it keeps simulated providers, and what it loads into a project's own program, and what serves one of Pulumi's.
  const bin = ["cli/main.ts", "cli/plain-check.ts", "rehearsal/host/main.ts", "cli/exit-preload.ts", "cli/pulumi/host.ts"];
  const files = Object.fromEntries([
    ...entries.map(({ source, cloud }) => [cloud === undefined ? source.slice(2, -3) : `cloud/${cloud}`, source]),
    ...bin.map((file) => [file.replace(/\.ts$/, ""), file]),
  ]);
  await bundle(files, ["cdktf", "constructs", "commander"]);
  // Temporal bundles a workflow again, for a sandbox that knows no Node: a file of its own, without what the others begin with.
  await alone("delivery/temporal/workflow.ts", "dist/delivery/temporal/workflow.js");
  // Every process of a project's program loads it, npx among them: a file of its own, and small.
  await alone("cli/program-preload.ts", "dist/cli/program-preload.js");
  for (const file of ["main.js", "terroir.cjs"]) chmodSync(join("dist/cli", file), 0o755);
  // Declarations stay one file a module: an editor that jumps to a definition lands in the room where it lives.
  run("npx", ["--no-install", "tsc", "-p", "scripts/declarations.tsconfig.json"]);
  for (const { cloud } of entries)
    if (cloud !== undefined) writeFileSync(`dist/cloud/${cloud}.d.ts`, `export * from "../types/clouds/${cloud}/index.js";\n`);
  writeFileSync(stamp, "");
  process.stdout.write(`built dist/ in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
