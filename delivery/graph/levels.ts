import { InputError } from "../../catalogue/errors.ts";

/**
 * The level of each stack: one more than the highest of those that it depends on.
 *
 * @param origin the file that says the dependencies, for messages
 * @throws InputError that names the circle, when stacks depend on each other, or the stack that is not there
 */
export function levelsOf(dependencies: ReadonlyMap<string, readonly string[]>, origin: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const open = new Set<string>();
  const visit = (name: string, needed: string | undefined): number => {
    const known = levels.get(name);
    if (known !== undefined) return known;
    const before = dependencies.get(name);
    if (before === undefined)
      throw new InputError(`${origin}: ${needed ?? "it"} depends on the stack ${name}, which is not there. Synthesize again.`);
    if (open.has(name)) {
      const path = [...open];
      const circle = [...path.slice(path.indexOf(name)), name].join(" → ");
      throw new InputError(
        `${origin}: stacks depend on each other in a circle: ${circle}. No order deploys them. Move what both need into a stack of its own, which both read.`,
      );
    }
    open.add(name);
    const level = before.reduce((highest, one) => Math.max(highest, visit(one, name) + 1), 0);
    open.delete(name);
    levels.set(name, level);
    return level;
  };
  for (const name of dependencies.keys()) visit(name, undefined);
  return levels;
}
