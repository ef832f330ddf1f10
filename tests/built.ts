import { spawnSync } from "node:child_process";
import { ROOT } from "./architecture/house.ts";

const ASKED = "TERROIR_TESTS_BUILT";

/** What tests start in a process of its own is dist/: built once before the run where a source is newer, however many projects ask. */
export default function built(): void {
  if (process.env[ASKED] !== undefined) return;
  process.env[ASKED] = "true";
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("dist/ could not be built: see above");
}
