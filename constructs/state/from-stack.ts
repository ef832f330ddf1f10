import { isAbsolute, relative, resolve, sep } from "node:path";
import { App, type TerraformStack } from "cdktf";
import { outdirOf } from "../outdir.ts";

/** The way from a stack's folder, in which the engine runs, to a file that is named from the project's; the same on every machine. */
export function fromStack(stack: TerraformStack, file: string): string {
  if (isAbsolute(file)) return file;
  const folder = resolve(outdirOf(App.of(stack)), "stacks", stack.node.id);
  const toProject = relative(folder, process.cwd());
  const base = isAbsolute(toProject) ? "" : `${toProject.split(sep).join("/")}/`;
  return `${base}${file}`;
}
