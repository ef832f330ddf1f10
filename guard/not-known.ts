/** Thrown by reads inside a rule, caught by the judge: the rule is left, and its verdict is `undecided`. */
export class NotKnown extends Error {
  readonly path: string;
  constructor(path: string, cause: string) {
    super(cause);
    this.name = "NotKnown";
    this.path = path;
  }
}

/** More ways through a rule than this, and nobody could check the verdict. */
const MOST_RUNS = 256;

/**
 * Runs a pure function once for every combination of what its reads can give. A read that has several answers calls `pick`; the function sees one
 * answer at a time and knows nothing of the others.
 */
export function everyWay<T>(run: (pick: <V>(what: string, options: readonly V[]) => V) => T): readonly T[] {
  const results: T[] = [];
  const choices: { readonly what: string; readonly count: number; index: number }[] = [];
  for (;;) {
    results.push(run(picker(choices)));
    if (results.length >= MOST_RUNS) throw new NotKnown("", `more than ${MOST_RUNS} combinations of values are possible`);
    while (choices.length > 0) {
      const last = choices[choices.length - 1];
      if (last !== undefined && ++last.index < last.count) break;
      choices.pop();
    }
    if (choices.length === 0) return results;
  }
}

function picker(choices: { readonly what: string; readonly count: number; index: number }[]) {
  return <V>(what: string, options: readonly V[]): V => {
    let choice = choices.find((made) => made.what === what);
    if (choice === undefined) {
      choice = { what, count: options.length, index: 0 };
      choices.push(choice);
    }
    return options[choice.index] as V;
  };
}
