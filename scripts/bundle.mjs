// Bundles the sources into dist/: one file per public entry and program, and shared chunks that are few, because Node needs about a
// millisecond to find, open and link each.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";

const DIST = "dist";
const CONDITIONS = ["terroir-source", "import", "node", "default"];
/** What a check loads: the command, and the form in which it prints. */
const CHECK = ["cli/plain-check.ts", ...readdirSync("evidence/formats").map((file) => `evidence/formats/${file}`)];
/** What a process loads together, by where it begins. A module belongs to the first set that reaches it. */
const TOGETHER = [
  { name: "base", from: ["cli/run.ts", "cli/enough.ts"], and: CHECK },
  // What both the library and a check need: two thirds of all code.
  { name: "judging", from: ["constructs/index.ts"], and: CHECK },
  { name: "building", from: ["constructs/index.ts"] },
  { name: "checking", from: CHECK },
  { name: "start", from: ["cli/run.ts"] },
];
/** Sets that become scripts, because Node 20 keeps no compiled code of modules. */
const SCRIPTS = ["base", "judging", "checking"];
/** A module that does nothing but pass on what a script exports. */
const PASSED_ON = new RegExp(`^export \\{ [\\w$, ]+ \\} from "(\\./(?:${SCRIPTS.join("|")})-[^"]+)";$`);
/** So small that no file of its own is looked up for it; CommonJS could not load it besides. */
const TAKEN_IN = ["canonicalize"];

/**
 * @param input name → source file, which becomes dist/NAME.js
 * @param required packages that are CommonJS, loaded by `require`: an `import` of them has Node scan every one of their hundreds of files
 * for names to export before it runs the first, a quarter of what importing the whole library costs
 */
export async function bundle(input, required) {
  const bundler = await rolldown({ input, ...common([...required, ...TAKEN_IN]), plugins: [byRequire(required)] });
  const sets = new Map();
  const members = (context, roots) => {
    if (!sets.has(roots)) sets.set(roots, reached(context, roots));
    return sets.get(roots);
  };
  const groups = TOGETHER.map(({ name, from, and }) => ({
    debugName: name,
    name: (id, context) => (members(context, from).has(id) && (and === undefined || members(context, and).has(id)) ? name : null),
  }));
  const { output } = await bundler.write({
    dir: DIST,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: { groups },
    // `const` at the top of a module has each reader ask whether it is set yet.
    topLevelVar: true,
    // Scripts are asked for members by name.
    minifyInternalExports: false,
  });
  await bundler.close();
  const scripts = output.filter(({ name, isEntry }) => SCRIPTS.includes(name) && !isEntry);
  for (const chunk of scripts) await cacheable(chunk);
  writeFileSync(join(DIST, "chunks", "cached-code.cjs"), readFileSync("scripts/shipped/cached-code.cjs", "utf8"));
  const checking = basename(scriptOf(scripts.find(({ name }) => name === "checking").fileName));
  writeFileSync(join(DIST, "cli", "terroir.cjs"), readFileSync("scripts/shipped/terroir.cjs", "utf8").replace("CHECKING", checking));
}

/** One file that loads nothing else, for a program that another tool bundles again. */
export async function alone(entry, file) {
  const bundler = await rolldown({ input: entry, ...common(), platform: "neutral" });
  await bundler.write({ file, format: "esm", codeSplitting: false });
  await bundler.close();
}

function common(resolved = []) {
  const isOurs = /^[./\0]|^[a-z]:/i;
  const external = (id) => !isOurs.test(id) && !resolved.includes(id);
  return {
    platform: "node",
    resolve: { conditionNames: CONDITIONS },
    external,
    logLevel: "warn",
    checks: { ineffectiveDynamicImport: false },
  };
}

function reached(context, roots) {
  const root = process.cwd();
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || !id.startsWith(root) || id.includes("node_modules")) return;
    seen.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  for (const file of roots) visit(join(root, file));
  return seen;
}

function byRequire(packages) {
  const any = new RegExp(`^(?:${packages.join("|")})$`);
  return {
    name: "by-require",
    resolveId: (id, _importer, { kind }) =>
      !any.test(id) ? undefined : kind === "require-call" ? { id, external: true } : `\0required:${id}`,
    load: (id) => (id.startsWith("\0required:") ? { code: `module.exports = require("${id.slice(10)}");`, moduleType: "js" } : undefined),
  };
}

const scriptOf = (file) => file.replace(/\.js$/, ".cjs");

/**
 * Turns a chunk into CommonJS, loaded by scripts/shipped/cached-code.cjs: compiling them costs a fifth of a check of a thousand resources. What
 * other chunks import stays a module of the same name.
 */
async function cacheable(chunk) {
  const file = join(DIST, chunk.fileName);
  const script = scriptOf(chunk.fileName);
  const bundler = await rolldown({ input: file, ...common(), external: () => true });
  await bundler.write({ file: join(DIST, script), format: "cjs", codeSplitting: false });
  await bundler.close();
  const code = linked(readFileSync(join(DIST, script), "utf8"), chunk.imports);
  // V8 keeps a text of one byte a character in half the space, and reads it faster.
  const plain = code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  writeFileSync(join(DIST, script), plain);
  const loaded = `const code = createRequire(import.meta.url)("./cached-code.cjs").load("${basename(script)}");`;
  const names = chunk.exports.map((name, at) => [`const _${at} = code[${JSON.stringify(name)}];`, `export { _${at} as ${name} };`]);
  writeFileSync(file, `${['import { createRequire } from "node:module";', loaded, ...names.flat()].join("\n")}\n`);
}

/** Has a script ask for other scripts where it asked for the modules of the same name, at once or later. */
function linked(code, imports) {
  const scripts = imports.filter((id) => id.startsWith("chunks/")).map((id) => basename(id));
  const required = scripts.reduce((all, id) => all.replaceAll(`require("./${id}")`, `require("./${scriptOf(id)}")`), code);
  return required.replace(/\bimport\((?:"(\.\/[^"]+)")?/g, (_, id) => {
    const passedOn = id && PASSED_ON.exec(readFileSync(join(DIST, "chunks", id), "utf8").trim());
    return passedOn ? `requireLater("${scriptOf(passedOn[1])}"` : id ? `importModule("${id}"` : "importModule(";
  });
}
