#!/usr/bin/env node
/** The command `terroir`: parses, calls, prints. Every room is loaded when a command needs it, and not before. */
import { run } from "./run.ts";

// Whoever reads us may have enough: `terroir check --json | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
