/** What a rehearsal made up because nobody gave it; what is the same in several stacks is said once. */
export function madeUpLines(assumed: readonly string[]): readonly string[] {
  if (assumed.length === 0) return [];
  const stacks = new Map<string, string[]>();
  for (const one of assumed) {
    const [, stack, what = one] = /^([^\s:]+): (.*)$/s.exec(one) ?? [];
    stacks.set(what, [...(stacks.get(what) ?? []), ...(stack === undefined ? [] : [stack])]);
  }
  return ["Made up, because nobody gave it:", ...[...stacks].map(([what, where]) => `  ${lineFor(what, where)}`)];
}

/** So many stacks are named; of more it says how many. */
const NAMED = 5;

function lineFor(what: string, [first, ...others]: readonly string[]): string {
  if (first === undefined) return what;
  if (others.length === 0) return `${first}: ${what}`;
  return others.length < NAMED ? `${[first, ...others].join(", ")}: ${what}` : `${others.length + 1} stacks: ${what}`;
}
