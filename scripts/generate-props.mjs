#!/usr/bin/env node
// Writes props/generated.ts of constructs and of stacks: what the props of each may hold, read off their types, so that a caller in plain JavaScript, or
// behind a cast, hears of a mistyped prop as the compiler's users do. --check writes nothing, and ends with 1 when one is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// The compiler's API of the release that API Extractor brings: TypeScript 7 has none yet.
const ts = createRequire(createRequire(import.meta.url).resolve("@microsoft/api-extractor"))("typescript");
const ROOMS = ["constructs", "stacks"];
const ENTRIES = ROOMS.map((room) => join(root, room, "index.ts"));

const program = ts.createProgram(ENTRIES, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: ["node"],
});
const checker = program.getTypeChecker();
/** What a construct gives, with more than is asked for: `KeyRing.key()`. */
const GIVEN = new Set(["OwnKey"]);
/** By name: an interface that stands in more than one place, in the order in which one needs the other. */
const named = new Map();

ROOMS.forEach((room, index) => {
  const known = new Set(named.keys());
  const constructs = {};
  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(ENTRIES[index])))) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (!(target.flags & ts.SymbolFlags.Class)) continue;
    const [signature] = checker.getTypeOfSymbol(target).getConstructSignatures();
    const parameters = (signature ?? abstractOf(target)).getParameters();
    const props = target.name === "SovereignApp" ? parameters[0] : parameters[0]?.name === "scope" ? parameters[2] : undefined;
    if (props === undefined || /^identity$/.test(props.name)) continue;
    constructs[target.name] = keysOf(constrained(checker.getTypeOfSymbol(props)), target.name);
  }
  write(room, constructs, known);
});

function abstractOf(symbol) {
  const declared = symbol.declarations.find(ts.isClassDeclaration).members.find(ts.isConstructorDeclaration);
  return checker.getSignatureFromDeclaration(declared);
}

/** A type parameter says what it extends; an optional parameter, what it is when given. */
function constrained(type) {
  const base = type.flags & ts.TypeFlags.Instantiable ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  return checker.getNonNullableType(base);
}

function keysOf(type, within) {
  const keys = {};
  for (const property of type.getProperties().sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const optional = property.flags & ts.SymbolFlags.Optional ? "?" : "";
    keys[`${property.name}${optional}`] = shapeOf(constrained(checker.getTypeOfSymbol(property)), `${within}.${property.name}`);
  }
  return keys;
}

function shapeOf(type, within) {
  const real = constrained(type);
  if (real.flags & ts.TypeFlags.StringLiteral) return `'${real.value}'`;
  if (real.flags & ts.TypeFlags.NumberLiteral) return String(real.value);
  if (real.flags & ts.TypeFlags.StringLike) return "text";
  if (real.flags & ts.TypeFlags.NumberLike) return "number";
  if (real.flags & ts.TypeFlags.BooleanLike) return "flag";
  if (real.isUnion()) {
    const members = real.types.map((member) => shapeOf(member, within));
    const [...different] = new Map(members.map((member) => [JSON.stringify(member), member])).values();
    return different.includes("any") ? "any" : different.length === 1 ? different[0] : different.sort(byText);
  }
  if (checker.isArrayType(real)) return { list: shapeOf(checker.getTypeArguments(real)[0], within) };
  if (checker.isTupleType(real)) return "list";
  // A place, a construct, a policy, an element of the library: made elsewhere, and checked there.
  if (isMade(real)) return made(type);
  const index = checker.getIndexTypeOfType(real, ts.IndexKind.String);
  if (index !== undefined) return { table: shapeOf(index, within) };
  if (real.getProperties().length === 0) return "any";
  // An interface that several props share is written once.
  const name = real.symbol?.name;
  if (name === undefined || name.startsWith("__") || real.isIntersection()) return { keys: keysOf(real, within) };
  if (!named.has(name)) named.set(name, { keys: keysOf(real, name) });
  return `@${name}`;
}

/** By a class, or with a method or a mark of ours: a program does not write it down as an object. */
function isMade(type) {
  if (type.getCallSignatures().length > 0 || type.isClass() || GIVEN.has(type.symbol?.name)) return true;
  const declared = type.symbol?.declarations?.[0];
  if (
    declared !== undefined &&
    (ts.isClassDeclaration(declared) || (/^(?:guard|node_modules)\//.test(fileOf(declared)) && ts.isInterfaceDeclaration(declared)))
  )
    return true;
  return type
    .getProperties()
    .some(({ name, flags }) => name.startsWith("__@") || flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor));
}

function fileOf(node) {
  return relative(root, node.getSourceFile().fileName);
}

function made(type) {
  const mark = /^__@([A-Z])([A-Z]*)@/.exec(type.getProperties().find(({ name }) => name.startsWith("__@"))?.name ?? "");
  const marked = mark === null ? undefined : `${mark[1]}${mark[2].toLowerCase()}`;
  if (marked === "Place") return "place";
  const name = marked ?? type.symbol?.name ?? "";
  return /^[A-Z]\w+$/.test(name) ? `made ${name}` : "made";
}

function byText(a, b) {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function write(room, constructs, known) {
  const file = `${room}/props/generated.ts`;
  const own = [...named.keys()].filter((name) => !known.has(name));
  const used = [...known].filter((name) => JSON.stringify([constructs, own.map((one) => named.get(one))]).includes(`"@${name}"`)).sort();
  const text = [
    "/** Generated by scripts/generate-props.mjs from the types of the constructs' props: do not edit. */",
    room === "constructs"
      ? 'import type { Keys, Shape } from "./shape.ts";'
      : 'import type { Keys, Shape } from "../../constructs/props/shape.ts";',
    ...(used.length === 0 ? [] : [`import { ${used.join(", ")} } from "../../constructs/props/generated.ts";`]),
    "",
    ...own.map((name) => `export const ${name}: Shape = ${shown(named.get(name))};`),
    "",
    "/** What the props of each may hold. */",
    "export const PROPS = {",
    ...Object.entries(constructs)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, keys]) => `  ${name}: ${shown(keys)},`),
    "} as const satisfies Readonly<Record<string, Keys>>;",
    "",
  ].join("\n");
  const path = join(root, file);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    if (process.argv.includes("--check")) {
      console.error(`${file} is stale: node scripts/generate-props.mjs`);
      process.exitCode = 1;
    } else writeFileSync(path, text);
  }
  console.log(`${file}: ${Object.keys(constructs).length} constructs`);
}

function shown(shape) {
  return JSON.stringify(shape).replaceAll(/"@(\w+)"/g, "$1");
}
