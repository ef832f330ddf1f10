import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../catalogue/errors.ts";
import type { StackToRehearse } from "../rehearsal/index.ts";

interface Listed {
  readonly name: string;
  readonly workingDirectory: string;
  readonly dependencies: readonly string[];
}

/** The stacks that a synthesis wrote, each after those that it depends on; undefined for a folder without a manifest. */
export function stacksIn(folder: string): readonly StackToRehearse[] | undefined {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) return undefined;
  const stacks = listed(file);
  const ordered: StackToRehearse[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const stack = stacks.get(name);
    if (stack === undefined)
      throw new InputError(`${file}: ${path.at(-1) ?? "it"} depends on the stack ${name}, which is not there. Synthesize again.`);
    if (path.includes(name))
      throw new InputError(`${file}: stacks depend on each other in a circle: ${[...path, name].join(" → ")}. No order deploys them.`);
    if (ordered.some((one) => one.name === name)) return;
    for (const before of stack.dependencies) visit(before, [...path, name]);
    ordered.push({ name, folder: join(folder, stack.workingDirectory) });
  };
  for (const name of stacks.keys()) visit(name, []);
  if (ordered.length === 0) throw new InputError(`${file} names no stack: the program has none. Add one, and synthesize again.`);
  return ordered;
}

function listed(file: string): ReadonlyMap<string, Listed> {
  try {
    const { stacks } = JSON.parse(readFileSync(file, "utf8")) as { stacks: Record<string, Partial<Listed>> };
    return new Map(
      Object.entries(stacks).map(([name, { workingDirectory = join("stacks", name), dependencies = [] }]) => [
        name,
        { name, workingDirectory, dependencies },
      ]),
    );
  } catch (error) {
    throw new InputError(`${file} cannot be read as a list of stacks: ${(error as Error).message}. Synthesize again.`, { cause: error });
  }
}
