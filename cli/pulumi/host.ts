/**
 * Serves a Pulumi program for one command of the engine, in a process of its own: every run begins anew, and the program has its own SDK and its own
 * loader. Says where on standard output; ends when standard input does.
 */
import { pathToFileURL } from "node:url";
import { servedHere } from "../../engines/pulumi/run.ts";

const [entry = ""] = process.argv.slice(2);
const { address } = await servedHere(() => import(pathToFileURL(entry).href), entry);
process.stdout.write(`${address}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
