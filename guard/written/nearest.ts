import { editDistance } from "../../clouds/contract/edit-distance.ts";

/** The known words nearest to a misspelt one, best first; those that are nothing like it are left out. */
export function nearest(word: string, known: Iterable<string>, count = 1): readonly string[] {
  return [...known]
    .map((candidate) => ({ candidate, far: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(
      ({ candidate, far }) =>
        begins(candidate, word) || far <= Math.max(2, Math.ceil(Math.max(Math.min(word.length, 64), candidate.length) / 2)),
    )
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** `ovh` for `ovhcloud`: far by its letters, and meant all the same. */
const begins = (candidate: string, word: string): boolean => word.length >= 3 && candidate.toLowerCase().startsWith(word.toLowerCase());
