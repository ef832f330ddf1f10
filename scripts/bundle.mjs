// Bundles the sources into dist/: one file per public entry and program, and shared chunks that are few, because Node needs about a
// millisecond to find, open and link each.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";

const DIST = "dist";
const CONDITIONS = ["terroir-source", "import", "node", "default"];
/** What a check loads: the command, and the form in which it prints. */
const CHECK = ["cli/actions/check.ts", ...readdirSync("evidence/formats").map((file) => `evidence/formats/${file}`)];
/** What a process loads together, by where it begins. A module belongs to the first set that reaches it. */
const TOGETHER = [
  { name: "base", from: ["cli/run.ts"], and: ["constructs/index.ts"] },
  { name: "start", from: ["cli/run.ts"] },
  // What both the library and a check need: two thirds of all code.
  { name: "judging", from: ["constructs/index.ts"], and: CHECK },
  { name: "building", from: ["constructs/index.ts"] },
  { name: "checking", from: CHECK },
];

/**
 * @param input name → source file, which becomes dist/NAME.js
 * @param required packages that are CommonJS, loaded by `require`: an `import` of them has Node scan every one of their hundreds of files
 * for names to export before it runs the first, a quarter of what importing the whole library costs
 */
export async function bundle(input, required) {
  const bundler = await rolldown({ input, ...common(required), plugins: [byRequire(required)] });
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
  });
  await bundler.close();
  await cacheable(output.find(({ name, isEntry }) => name === "judging" && !isEntry));
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

/**
 * Turns the largest chunk into CommonJS, loaded by scripts/shipped/cached-code.mjs: Node 20 keeps no compiled code of modules, and compiling this
 * one costs a fifth of a check of a thousand resources. What the other chunks import stays a module of the same name.
 */
async function cacheable(chunk) {
  const file = join(DIST, chunk.fileName);
  const script = chunk.fileName.replace(/\.js$/, ".cjs");
  const bundler = await rolldown({ input: file, ...common(), external: () => true });
  await bundler.write({ file: join(DIST, script), format: "cjs", codeSplitting: false });
  await bundler.close();
  // V8 keeps a text of one byte a character in half the space, and reads it faster.
  const code = readFileSync(join(DIST, script), "utf8").replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(join(DIST, script), code);
  writeFileSync(join(DIST, "chunks", "cached-code.js"), readFileSync("scripts/shipped/cached-code.mjs", "utf8"));
  const own = script.replace(/^chunks\//, "./");
  // `require` of Node 20 loads no modules: what the script needs of them is imported here.
  const needed = chunk.imports.filter((id) => !builtinModules.includes(id.replace("node:", "")));
  const given = needed.map((id, at) => (id.startsWith("chunks/") ? [`* as _n${at}`, id.replace("chunks/", "./")] : [`_n${at}`, id]));
  const imports = given.map(([what, from]) => `import ${what} from ${JSON.stringify(from)};`);
  const passed = given.map(([, from], at) => `${JSON.stringify(from)}: _n${at}`);
  const names = chunk.exports.map((name, at) => [`const _${at} = code[${JSON.stringify(name)}];`, `export { _${at} as ${name} };`]);
  const loaded = `const code = load(new URL("${own}", import.meta.url), { ${passed.join(", ")} });`;
  writeFileSync(file, `${[`import { load } from "./cached-code.js";`, ...imports, loaded, ...names.flat()].join("\n")}\n`);
}
