import type { Subject, Watch } from "../subject/infrastructure.ts";

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
  /** Who is watched. */
  subject: Subject | undefined;

  attribute(name: string): void {
    this.attributes.add(name);
  }

  refers(): void {
    this.others = true;
  }

  itself(): void {
    this.isItself = true;
  }

  /** What another noted was asked, too. */
  add({ attributes, beside, others, isItself }: Watching): void {
    for (const name of attributes) this.attributes.add(name);
    for (const one of beside) if (!this.beside.some(([type, path]) => type === one[0] && path === one[1])) this.beside.push(one);
    this.others ||= others;
    this.isItself ||= isItself;
  }

  while<T>(hearing: Watched, subject: Subject, act: () => T): T {
    const before = hearing.watching;
    this.subject = subject;
    hearing.watching = this;
    subject.watched?.(this);
    try {
      return act();
    } finally {
      hearing.watching = before;
      subject.watched?.(before?.subject === subject ? before : undefined);
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
