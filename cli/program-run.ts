import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../catalogue/errors.ts";
import { packageRoot } from "../catalogue/package-root.ts";
import type { Report } from "../guard/index.ts";
import { VERDICT_FILE } from "../guard/verdict-file.ts";
import type { Project } from "./project.ts";

const PRELOAD = pathToFileURL(join(packageRoot(), "dist", "cli", "program-preload.js")).href;

/**
 * Runs a project's program, as cdktf's own command does, with its output directed into a folder. What it prints goes to standard error.
 *
 * @returns the report of the app's own guard if that refused, and so wrote nothing
 * @throws InputError when the program failed or wrote nothing
 */
export async function runProgram(
  folder: string,
  project: Project,
  outdir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Report | undefined> {
  const scratch = mkdtempSync(join(tmpdir(), "terroir-"));
  const verdict = join(scratch, "refused.json");
  try {
    const code = await exitOf(project.app, folder, {
      ...process.env,
      ...environment,
      NODE_OPTIONS: `--import ${PRELOAD} ${environment["NODE_OPTIONS"] ?? process.env["NODE_OPTIONS"] ?? ""}`.trim(),
      CDKTF_OUTDIR: outdir,
      CDKTF_CONTEXT_JSON: JSON.stringify(project.context),
      [VERDICT_FILE]: verdict,
    });
    if (existsSync(verdict)) return JSON.parse(readFileSync(verdict, "utf8")) as Report;
    if (code !== 0)
      throw new InputError(
        `The program \`${project.app}\` ended with exit code ${code} before its stacks were written; what it said is above. Nothing was written.`,
      );
    if (!existsSync(join(outdir, "manifest.json")))
      throw new InputError(
        `The program \`${project.app}\` ended well and wrote nothing where it was told to (CDKTF_OUTDIR). Does it call app.synth(), and leave \`outdir\` alone?`,
      );
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function exitOf(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, env, shell: true, stdio: ["ignore", process.stderr, process.stderr] });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}
