import { spawnSync } from "node:child_process";
import { ROOT } from "./architecture/house.ts";

/** What tests start in a process of its own is dist/: built once before the run where a source is newer. */
export default function built(): void {
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error("dist/ could not be built: see above");
}
