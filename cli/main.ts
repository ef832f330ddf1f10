#!/usr/bin/env node
/** The command `terroir`: parses, calls, prints. Every room is loaded when a command needs it, and not before. */
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2));
