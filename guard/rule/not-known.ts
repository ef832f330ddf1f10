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
export const MOST_RUNS = 256;

interface Choice {
  readonly what: string;
  readonly options: readonly unknown[];
  index: number;
}

/**
 * The ways through a pure function whose reads can each give several things: it is run once for every combination, sees one answer at a time and
 * knows nothing of the others.
 */
export class Ways {
  readonly #choices: Choice[] = [];

  /** One of the options; which they are is asked only once in a run. */
  pick<V>(what: string, options: () => readonly V[]): V {
    let choice = this.#choices.find((made) => made.what === what);
    if (choice === undefined) {
      choice = { what, options: options(), index: 0 };
      this.#choices.push(choice);
    }
    return choice.options[choice.index] as V;
  }

  /** The next combination; false when all have been. Choices after the one that moves are made anew. */
  advance(): boolean {
    for (let last = this.#choices.at(-1); last !== undefined; last = this.#choices.at(-1)) {
      if (++last.index < last.options.length) return true;
      this.#choices.pop();
    }
    return false;
  }
}
