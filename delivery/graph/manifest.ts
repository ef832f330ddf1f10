import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { InputError } from "../../catalogue/errors.ts";

/** A stack as the synthesis lists it. */
export interface Listed {
  readonly name: string;
  readonly folder: string;
  readonly dependsOn: readonly string[];
}

/** The stacks that `manifest.json` names. A dependency is named by its construct's path there, and by its own name here. */
export function listedIn(folder: string): readonly Listed[] {
  const file = join(folder, "manifest.json");
  let listed: readonly (readonly [string, Entry])[];
  try {
    const { stacks } = JSON.parse(readFileSync(file, "utf8")) as { stacks: Record<string, Entry> };
    listed = Object.entries(stacks);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InputError(
      missing
        ? `${folder} is no synthesized folder: there is no ${file}. \`terroir synth\` writes one (cdktf.out); without a folder the project is synthesized first.`
        : `${file} cannot be read as a list of stacks: ${(error as Error).message}. Synthesize again.`,
      { cause: error },
    );
  }
  if (listed.length === 0) throw new InputError(`${file} names no stack: the program has none. Add one, and synthesize again.`);
  const nameAt = new Map(listed.map(([name, { constructPath }]) => [constructPath ?? name, name]));
  return listed.map(([name, { workingDirectory = posix.join("stacks", name), dependencies = [] }]) => ({
    name,
    folder: inside(workingDirectory.replaceAll("\\", "/"), file),
    dependsOn: dependencies.map((path) => nameAt.get(path) ?? path),
  }));
}

interface Entry {
  readonly constructPath?: string;
  readonly workingDirectory?: string;
  readonly dependencies?: readonly string[];
}

/** A stack's folder lies below the file that names it, whoever wrote that file. */
export function inside(folder: string, file: string): string {
  if (folder.split("/").includes("..") || /^(?:\/|[A-Za-z]:)/.test(folder))
    throw new InputError(`${file} names a stack folder outside of its own: ${folder}. Synthesize again.`);
  return folder;
}
