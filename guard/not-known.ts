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

/** Gives one of several answers; which they are is asked only once in a run. */
export type Pick = <V>(what: string, options: () => readonly V[]) => V;

interface Choice {
  readonly what: string;
  readonly options: readonly unknown[];
  index: number;
}

/**
 * Runs a pure function once for every combination of what its reads can give. A read that has several answers calls `pick`; the function sees one
 * answer at a time and knows nothing of the others.
 */
export function everyWay<T>(run: (pick: Pick) => T, found: (result: T) => void): void {
  const choices: Choice[] = [];
  const pick: Pick = <V>(what: string, options: () => readonly V[]): V => {
    let choice = choices.find((made) => made.what === what);
    if (choice === undefined) {
      choice = { what, options: options(), index: 0 };
      choices.push(choice);
    }
    return choice.options[choice.index] as V;
  };
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    found(run(pick));
    if (!advance(choices)) return;
  }
  throw new NotKnown("", `more than ${MOST_RUNS} combinations of values are possible`);
}

/** The next combination; false when all have been. Choices after the one that moves are made anew. */
function advance(choices: Choice[]): boolean {
  for (let last = choices.at(-1); last !== undefined; last = choices.at(-1)) {
    if (++last.index < last.options.length) return true;
    choices.pop();
  }
  return false;
}
