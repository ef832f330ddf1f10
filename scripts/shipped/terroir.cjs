#!/usr/bin/env node
// The command as it is installed. Node.js begins a script sooner than a module, and what is run most needs no parser of arguments: `terroir check
// PATH… [--json]` goes there at once, everything else through cli/main.ts, which does the same with it.
const [command, ...rest] = process.argv.slice(2);
const isPlain = (argument) => argument === "--json" || !argument.startsWith("-");
if (command === "check" && rest.every(isPlain)) require("../chunks/cached-code.cjs").load("CHECKING").plainCheck(rest);
else import("./main.js");
