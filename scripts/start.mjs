// Sets everything up and runs the main job: builds what is stale, finds an engine or gets one, and rehearses the example environment.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 3);
};

run(join(root, "scripts", "build.mjs"), "--if-stale");
run(join(root, "dist", "cli", "terroir.cjs"), "rehearse", ...process.argv.slice(2));
