// Runs the tests with another release of the library under the name cdktf, in a copy of the tree: what is installed here under LIBRARY takes its place.
//   node scripts/lane.mjs LIBRARY [vitest arguments]
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [library, ...vitest] = process.argv.slice(2);
if (library === undefined || !existsSync(join(root, "node_modules", library))) {
  process.stderr.write(
    "usage: node scripts/lane.mjs LIBRARY [vitest arguments]\nLIBRARY is a name of package.json, such as cdktf-frozen.\n",
  );
  process.exit(2);
}
const copy = join(root, ".lanes", library);
const packages = join(copy, "node_modules");
mkdirSync(packages, { recursive: true });
const tracked = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
  stdio: "pipe",
}).split("\0");

// What tests keep in node_modules (`.cache`) stays from one run to the next.
for (const entry of readdirSync(copy)) if (entry !== "node_modules") remove(copy, entry);
for (const entry of readdirSync(packages)) if (!isKept(entry)) remove(packages, entry);

// What was built here is as new there as its sources are: it knows of the library no more than the name.
for (const entry of new Set([...tracked, "dist", "bindings/packages"]))
  if (entry !== "" && existsSync(join(root, entry)))
    cpSync(join(root, entry), join(copy, entry), { recursive: true, preserveTimestamps: true });

// The same packages to the byte; those of the workspace are the copy's own, or they would find the library that is here.
for (const entry of readdirSync(join(root, "node_modules"))) {
  if (entry === "@cdktf") cpSync(join(root, "node_modules", entry), join(packages, entry), { recursive: true, verbatimSymlinks: true });
  else if (!isKept(entry)) symlinkSync(join(root, "node_modules", entry === "cdktf" ? library : entry), join(packages, entry));
}
// What the library's own generator writes is the same for both, and takes it a minute.
const oracle = join("node_modules", ".cache", "terroir", "oracle");
if (existsSync(join(root, oracle))) cpSync(join(root, oracle), join(copy, oracle), { recursive: true, force: false });
run(process.execPath, [join(packages, "vitest", "vitest.mjs"), "run", ...vitest], { cwd: copy });

function isKept(entry) {
  return entry.startsWith(".") && entry !== ".bin";
}

function remove(folder, entry) {
  rmSync(join(folder, entry), { recursive: true, force: true });
}

function run(command, args, options) {
  const { status, stdout } = spawnSync(command, args, { stdio: "inherit", maxBuffer: 1 << 28, ...options });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}
