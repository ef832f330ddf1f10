// Runs the tests with another release of the library under the name cdktf, in a copy of the tree, as a user would install it:
//   node scripts/lane.mjs cdktf@0.21.0 [vitest arguments]
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [library, ...vitest] = process.argv.slice(2);
if (library === undefined) {
  process.stderr.write("usage: node scripts/lane.mjs PACKAGE@VERSION [vitest arguments]\n");
  process.exit(2);
}
const copy = join(root, ".lanes", `${library.replace(/[^a-z0-9.]+/gi, "-")}`);
mkdirSync(copy, { recursive: true });
const tracked = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
  stdio: "pipe",
}).split("\0");
// Last time's packages stay: npm then only changes what changed.
for (const entry of run("ls", ["-A"], { cwd: copy, encoding: "utf8", stdio: "pipe" }).split("\n"))
  if (entry !== "" && entry !== "node_modules") rmSync(join(copy, entry), { recursive: true, force: true });
for (const file of tracked) if (file !== "" && file !== "package-lock.json") cpSync(join(root, file), join(copy, file));

const manifest = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
manifest.devDependencies.cdktf = `npm:${library}`;
writeFileSync(join(copy, "package.json"), JSON.stringify(manifest, null, 2));
run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--no-package-lock", "--loglevel=error"], { cwd: copy });
run("npm", ["run", "--silent", "build"], { cwd: copy });
run("npx", ["--no-install", "vitest", "run", ...vitest], { cwd: copy });

function run(command, args, options) {
  const { status, stdout } = spawnSync(command, args, { stdio: "inherit", maxBuffer: 1 << 28, ...options });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}
