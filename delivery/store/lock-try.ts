import { randomBytes } from "node:crypto";
import { type Answer, type AskStore, deleteAll } from "./s3.ts";

/** How a store answered who wants a lock file, step by step; null where it did not come to that. */
export interface LockTry {
  readonly key: string;
  /** The first writer. */
  readonly first: Answer;
  /** A second one, while the first has it: 412 keeps it out. */
  readonly second: Answer;
  /** The next one, after it was deleted: 200 lets it in. */
  readonly again: Answer | null;
  /** Why it could not be deleted. */
  readonly kept: Answer | null;
}

/** Takes a lock file as engines do, under a name of its own, and leaves nothing behind. */
export async function tryLock(ask: AskStore): Promise<LockTry> {
  const key = `terroir-doctor/${randomBytes(8).toString("hex")}`;
  const put = () => ask("PUT", key, { body: "terroir doctor", headers: { "If-None-Match": "*" } });
  const [first, second] = [await put(), await put()];
  const removed = await ask("DELETE", key);
  if (first.status !== 200 || removed.status >= 300)
    return { key, first, second, again: null, kept: removed.status >= 300 ? removed : null };
  const again = await put();
  return { key, first, second, again, kept: await deleteAll(ask, key) };
}
