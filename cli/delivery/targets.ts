import { InputError } from "../../catalogue/errors.ts";

/** Addresses that a run is to be of alone, each of which was asked for twice. */
export function targetsIn(targets: readonly string[] = []): readonly string[] {
  const counts = new Map<string, number>();
  for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  const once = [...counts].find(([, times]) => times < 2)?.[0];
  if (once !== undefined)
    throw new InputError(
      `A plan for ${once} alone leaves the rest of what is written undone, and what depends on it may break. It is for emergencies. If this is one, say so twice: --target '${once}' --target '${once}'.`,
    );
  return [...counts.keys()];
}
