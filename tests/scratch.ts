import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MADE = "TERROIR_TESTS_SCRATCH";

/**
 * One folder for what a run of the tests leaves: the libraries under test make a temporary folder for every app and remove none. Each project of the run
 * asks for it; it is made once, because whoever is not root has to be let into every folder above its own.
 */
export default function scratch(): (() => void) | undefined {
  if (process.env[MADE] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "terroir-tests-"));
  process.env["TMPDIR"] = folder;
  process.env[MADE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
