// Packs the library and every binding into FOLDER (default dist/tarballs) as `npm publish` would: node scripts/pack.mjs [FOLDER]
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? join(root, "dist", "tarballs"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { status } = spawnSync("npm", ["pack", "--silent", "--workspaces", "--include-workspace-root", "--pack-destination", folder], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
