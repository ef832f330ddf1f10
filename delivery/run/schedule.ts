/** One piece of work, and those that must be over before it begins. */
export interface Piece {
  readonly name: string;
  readonly after: readonly string[];
}

/**
 * Visits every piece once, each after those it waits for, never more than `parallel` at a time. What a visit gives decides nothing here: the
 * visitor sees what became of the others. Of pieces that are ready the first in the list begins first.
 */
export async function schedule(pieces: readonly Piece[], parallel: number, visit: (name: string) => Promise<void>): Promise<void> {
  const missing = new Map(pieces.map(({ name, after }) => [name, new Set(after)]));
  const waiting = new Map(pieces.map(({ name }) => [name, [] as string[]]));
  for (const { name, after } of pieces) for (const before of after) waiting.get(before)?.push(name);
  const ready = pieces.flatMap(({ name }) => (missing.get(name)?.size === 0 ? [name] : []));
  await new Promise<void>((done, fail) => {
    let running = 0;
    let left = pieces.length;
    let failed = false;
    const next = (): void => {
      if (left === 0) done();
      while (!failed && running < parallel && ready.length > 0) {
        const name = ready.shift() as string;
        running += 1;
        visit(name).then(
          () => {
            running -= 1;
            left -= 1;
            for (const other of waiting.get(name) ?? []) {
              const needs = missing.get(other);
              needs?.delete(name);
              if (needs?.size === 0) ready.push(other);
            }
            next();
          },
          (error: unknown) => {
            failed = true;
            fail(error);
          },
        );
      }
    };
    next();
  });
}
