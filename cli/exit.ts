/** What the shell learns: 0 fine, 1 refused, 2 wrong input or usage, 3 the engine (or this program) failed. */
export type Exit = 0 | 1 | 2 | 3;

/** Tells the shell how a command ended. */
export type Leave = (code: Exit) => void;
