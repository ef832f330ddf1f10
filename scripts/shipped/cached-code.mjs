// Loads a script of ours with its compiled code, if an earlier run of the command left it beside the script.
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, realpathSync, renameSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { constants, Script } from "node:vm";

/** The command, which alone writes: a library that is imported leaves its folder as it was. */
const COMMAND = fileURLToPath(new URL("../cli/main.js", import.meta.url));

/** Bytes of a SHA-256. */
const DIGEST = 32;

/** @param given modules that the script asks for by these names */
export function load(url, given) {
  const file = fileURLToPath(url);
  // Compiled code is of one version of V8 with one set of flags.
  const kept = `${file}.${cachedDataVersionTag()}.cache`;
  const cachedData = intact(kept);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`, {
    filename: file,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keep(script, kept));
  const module = { exports: {} };
  const require = createRequire(url);
  script.runInThisContext()(module.exports, (id) => given[id] ?? require(id), module, file, fileURLToPath(new URL(".", url)));
  return module.exports;
}

/** V8 believes what it is given: a flipped bit would be another program. */
function intact(file) {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(DIGEST);
    return digestOf(code).equals(bytes.subarray(0, DIGEST)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * At the end, since what ran by then is compiled. Whole or not at all, because another process may be reading; and opened first, because a folder
 * that may not be written should cost nothing more.
 */
function keep(script, file) {
  try {
    if (realpathSync(process.argv[1]) !== realpathSync(COMMAND)) return;
    const own = `${file}.${process.pid}`;
    const opened = openSync(own, "w");
    const code = script.createCachedData();
    writeSync(opened, Buffer.concat([digestOf(code), code]));
    closeSync(opened);
    renameSync(own, file);
  } catch {}
}

function digestOf(bytes) {
  return createHash("sha256").update(bytes).digest();
}
