import { readdirSync } from "node:fs";
import { entryAt } from "../catalogue/entry-at.ts";
import { InputError } from "../catalogue/errors.ts";
import { judge, type Policy, type Report, readSynthesized } from "../guard/index.ts";
import { isCode, readFolderOfCode } from "../guard/views/folder.ts";

/**
 * What the guard says of a folder before any engine runs: of a synthesis all, of Terraform code the backend and what no engine of ours reads. The
 * rest of the code is judged by its plan.
 */
export function synthesisReport(path: string, policy: Policy): Report {
  const found = entryAt(path);
  if (found === undefined || !found.isDirectory())
    throw new InputError(`${path} is no folder. Name a folder that \`terroir synth\` wrote, or a folder of Terraform code.`);
  const names = readdirSync(path);
  if (names.includes("manifest.json") || !names.some(isCode)) return judge(readSynthesized(path), policy);
  const written = readFolderOfCode(path);
  return judge([{ ...written, subjects: [...written.subjects].filter(({ kind }) => kind === "backend" || kind === "file") }], policy);
}
