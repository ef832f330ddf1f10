/** Longest text that is compared: what comes from a configuration may be of any size, and the work grows with its square. */
const LONGEST = 64;

/**
 * How many letters must be added, dropped, changed, or swapped with their neighbour, to make one text the other (Damerau and Levenshtein). Longer
 * texts are compared by their beginning.
 */
export function editDistance(a: string, b: string): number {
  const [from, to] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  // distances[i][j] is between the first i and j letters.
  const distances = Array.from({ length: from.length + 1 }, (_, i) => [i]);
  const distance = (i: number, j: number): number => distances[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= to.length; j++) distances[0]?.splice(j, 1, j);
  const lastRowOf = new Map<string, number>();
  for (let i = 1; i <= from.length; i++) {
    let lastColumn = 0;
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const row = lastRowOf.get(to[j - 1] ?? "") ?? 0;
      // What stands between two letters that changed places is dropped and added.
      const swapped =
        row > 0 && lastColumn > 0 ? distance(row - 1, lastColumn - 1) + (i - row) + (j - lastColumn) - 1 : Number.POSITIVE_INFINITY;
      const changed = distance(i - 1, j - 1) + (isSame ? 0 : 1);
      distances[i]?.push(Math.min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, changed, swapped));
      if (isSame) lastColumn = j;
    }
    lastRowOf.set(from[i - 1] ?? "", i);
  }
  return distance(from.length, to.length);
}

/** One slip of the pen, whatever the case of the letters: a letter more, less or other, or two swapped; two slips in a long word. */
export const isSlip = (written: string, word: string): boolean =>
  editDistance(written.toLowerCase(), word.toLowerCase()) <= (word.length < LONG_WORD ? 1 : 2);

/** `encrypted` and `encryption` are three slips apart, `lock` and `clock` one. */
const LONG_WORD = 9;
