import type { Subject, Watch } from "./infrastructure.ts";

/** Where it is known who watches. */
interface Watched {
  watching: Watching | undefined;
}

/** Notes all that is asked of a subject while it is judged. */
export class Watching implements Watch {
  readonly attributes = new Set<string>();
  /** Companions that were looked for beside it. */
  readonly beside: (readonly [type: string, path: string])[] = [];
  /** It was asked to whom it refers. */
  others = false;
  /** It was asked which one it is. */
  isItself = false;

  attribute(name: string): void {
    this.attributes.add(name);
  }

  refers(): void {
    this.others = true;
  }

  itself(): void {
    this.isItself = true;
  }

  while<T>(hearing: Watched, subject: Subject, act: () => T): T {
    const before = hearing.watching;
    hearing.watching = this;
    subject.watched?.(this);
    try {
      return act();
    } finally {
      hearing.watching = before;
      subject.watched?.(undefined);
    }
  }
}

/** Looks at a subject without being watched: whoever does so says himself what the answer depends on. */
export function unwatched<T>(hearing: Watched, subject: Subject, act: (watching: Watching | undefined) => T): T {
  const { watching } = hearing;
  if (watching === undefined) return act(undefined);
  hearing.watching = undefined;
  subject.watched?.(undefined);
  try {
    return act(watching);
  } finally {
    hearing.watching = watching;
    subject.watched?.(watching);
  }
}
