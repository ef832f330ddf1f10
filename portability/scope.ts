import type { ExitStep, ScopedStack } from "./plan.ts";
import type { BuildRecord } from "./record.ts";
import type { StayingResource } from "./staying.ts";

const stackOf = (path: string): string => path.split("/")[0] ?? path;

/** The stacks of an environment, each after those whose outputs it reads. */
export function scopeOf(
  order: NonNullable<BuildRecord["order"]>,
  places: Readonly<Record<string, string>>,
  steps: readonly ExitStep[],
  staying: readonly StayingResource[],
): readonly ScopedStack[] {
  const names = new Set([...steps.map(({ path }) => stackOf(path)), ...staying.map(({ address }) => address.split(": ")[0] ?? address)]);
  return inOrder([...names].sort(), order).map((stack) => {
    const own = steps.filter(({ path }) => stackOf(path) === stack);
    const here = [...new Set(own.flatMap(({ from }) => (from === null ? [] : [from])))].sort();
    return {
      stack,
      owner: own.find(({ owner }) => owner !== undefined)?.owner ?? null,
      places: Object.fromEntries(here.map((from) => [from, places[from] ?? from])),
      constructs: own.length,
      byItself: staying.filter(({ address }) => address.startsWith(`${stack}: `)).length,
      after: order[stack] ?? [],
    };
  });
}

function inOrder(stacks: readonly string[], order: NonNullable<BuildRecord["order"]>): readonly string[] {
  const placed = new Set<string>();
  const place = (stack: string): void => {
    if (placed.has(stack)) return;
    for (const before of order[stack] ?? []) if (stacks.includes(before)) place(before);
    placed.add(stack);
  };
  for (const stack of stacks) place(stack);
  return [...placed];
}
