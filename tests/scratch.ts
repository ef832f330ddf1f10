import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for what a run of the tests leaves: the libraries under test make a temporary folder for every app and remove none. */
export default function scratch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "terroir-tests-"));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
