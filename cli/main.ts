/** The command `terroir`: parses, calls, prints. Every room is loaded when a command needs it, and not before. */
import { endWhenReaderHasEnough } from "./enough.ts";
import { run } from "./run.ts";

endWhenReaderHasEnough();
process.exitCode = await run(process.argv.slice(2));
