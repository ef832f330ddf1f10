import type { Counts, StackResult } from "./result.ts";

/** What became of a stack, in a few words for a line of its own. */
export function outcomeText({ outcome, counts, blockedBy = [], because, failure, drift = [] }: Omit<StackResult, "durationMs">): string {
  const count = counts === undefined ? "" : countText(counts);
  switch (outcome) {
    case "changes":
      return count === "" ? "outputs change" : count;
    case "blocked":
      return `blocked by ${blockedBy.join(", ")}${because === undefined ? "" : `: ${because}`}`;
    case "applied":
    case "destroyed":
    case "imported":
      return `${outcome}${count === "" ? "" : `: ${done(count)}`}`;
    case "drifted":
      return `changed by hand, and still inside: ${drift.map(({ address }) => address).join(", ")}`;
    case "failed":
    case "interrupted":
      return `${outcome} in ${failure?.during ?? "the run"}`;
    default:
      return because === undefined ? outcome : `${outcome}: ${because}`;
  }
}

const PAST: Readonly<Record<string, string>> = {
  "to add": "added",
  "to change": "changed",
  "to destroy": "destroyed",
  "to import": "imported",
};

const done = (count: string): string => count.replace(/to \w+/g, (what) => PAST[what] ?? what);

export function countText({ add, change, destroy, import: taken }: Counts): string {
  const named = [
    [add, "to add"],
    [change, "to change"],
    [destroy, "to destroy"],
    [taken, "to import"],
  ] as const;
  return named.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(", ");
}
