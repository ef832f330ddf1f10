// Loads a script of ours with its compiled code, if an earlier run of the command left it beside the script.
const { closeSync, openSync, readFileSync, realpathSync, renameSync, writevSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { cachedDataVersionTag } = require("node:v8");
const { Script } = require("node:vm");

/** The command, which alone writes: a library that is imported leaves its folder as it was. */
const COMMANDS = ["terroir.cjs", "main.js"].map((name) => join(__dirname, "..", "cli", name));

/** Modules of Node.js that few runs need, and that take a millisecond or more each. */
const LATE = new Set(["node:child_process", "node:crypto", "node:net", "node:zlib"]);

const loaded = new Map();

/** What a script of this folder exports; every process has each once, whoever asks. */
exports.load = (name) => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = join(__dirname, name);
  // Compiled code is of one version of V8 with one set of flags.
  const kept = `${file}.${cachedDataVersionTag()}.cache`;
  const cachedData = intact(kept);
  const script = new Script(`(function (exports, require, requireLater, importModule, __filename) {${readFileSync(file, "latin1")}\n})`, {
    filename: file,
    cachedData,
  });
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keep(script, kept));
  const exported = {};
  loaded.set(name, exported);
  const own = createRequire(file);
  const ask = (id) => (id.startsWith("./") ? exports.load(id.slice(2)) : LATE.has(id) ? late(id) : own(id));
  // A script with compiled code has forgotten how modules are imported.
  script.runInThisContext()(
    exported,
    ask,
    async (id) => ask(id),
    (id) => import(id),
    file,
  );
  return exported;
};

const late = (id) => new Proxy({}, { get: (_, name) => require(id)[name] });

/** V8 believes what it is given: a flipped bit would be another program. The code is there twice, and to compare is faster than any digest. */
function intact(file) {
  try {
    const bytes = readFileSync(file);
    const half = bytes.length / 2;
    return half > 0 && bytes.subarray(0, half).equals(bytes.subarray(half)) ? bytes.subarray(0, half) : undefined;
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
    const running = realpathSync(process.argv[1]);
    // Flags that have changed since would be those of other code.
    if (!COMMANDS.some((command) => isSame(command, running)) || !file.endsWith(`.${cachedDataVersionTag()}.cache`)) return;
    const own = `${file}.${process.pid}`;
    const opened = openSync(own, "w");
    const code = script.createCachedData();
    writevSync(opened, [code, code]);
    closeSync(opened);
    renameSync(own, file);
  } catch {}
}

function isSame(command, running) {
  try {
    return realpathSync(command) === running;
  } catch {
    return false;
  }
}
