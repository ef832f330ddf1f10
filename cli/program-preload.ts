/** Loaded into a project's program before it runs: an error that the program does not catch is told in its own terms, not in Node's. */
import { programLineOf, uncaughtCode, uncaughtText } from "../catalogue/uncaught.ts";

process.on("uncaughtException", (error: unknown) => {
  // The program has its own way.
  if (process.listenerCount("uncaughtException") > 1) return;
  // Of what it cannot parse, Node alone knows where.
  if (error instanceof SyntaxError && programLineOf(error) === undefined) throw error;
  process.stderr.write(`${uncaughtText(error)}\n`);
  process.exit(uncaughtCode(error));
});
