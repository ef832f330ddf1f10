/**
 * Bounds on the work that a hostile document can ask for. Everything here is synchronous, so one counter for the process is enough;
 * it starts anew with every outermost call.
 */
const DEEPEST = 300;
const MOST_STEPS = 100_000;

let depth = 0;
let steps = 0;

/** Runs `work` one level deeper, or `refuse` when the bound is reached. */
export function deeper<T>(work: () => T, refuse: (cause: string) => T): T {
  if (depth === 0) steps = 0;
  if (depth >= DEEPEST) return refuse(`the way to it is more than ${DEEPEST} steps long`);
  if (++steps > MOST_STEPS) return refuse(`it takes more than ${MOST_STEPS} steps to compute`);
  depth++;
  try {
    return work();
  } finally {
    depth--;
  }
}
