// Reads a Pulumi package as PyPI has it, for packages that npm does not have: the same tokens, and the same properties under the names that the
// package's program knows.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PROPERTY = /@pulumi\.getter(?:\(name="(\w+)"\))?\s+def (\w+)\(self\) -> ([^\n]+):\n/g;

/** @returns the same as `readPackage` of package-types.mjs; @param folder the module's, which holds `pulumi-plugin.json` */
export function readPythonPackage(folder) {
  const { name, version, server = null } = JSON.parse(readFileSync(join(folder, "pulumi-plugin.json"), "utf8"));
  const resources = [];
  const functions = [];
  for (const file of modules(folder)) {
    const text = readFileSync(file, "utf8");
    const classes = classesIn(text);
    const shared = sharedBeside(file);
    const common = { words: text, deprecated: /warnings\.warn\(/.test(text) };
    const token =
      /@pulumi\.type_token\("([^"]+)"\)/.exec(text)?.[1] ?? /super\(\w+, __self__\)\.__init__\(\s*'(\w+:[^']+)'/.exec(text)?.[1];
    if (token?.startsWith(`${name}:`)) {
      const own = token.slice(token.lastIndexOf(":") + 1);
      const args = propertiesOf(classes.get(`${own}Args`) ?? "", shared);
      const state = propertiesOf(classes.get(`_${own}State`) ?? "", shared);
      resources.push({ token, properties: new Map([...state, ...args]), inputs: new Set(args.keys()), ...common });
    }
    const called = /pulumi\.runtime\.invoke\('([^']+)'/.exec(text)?.[1];
    if (called !== undefined) {
      const args = argumentsIn(text);
      const result = propertiesOf([...classes].find(([one]) => /^(?!Awaitable)\w+Result$/.test(one))?.[1] ?? "", shared);
      functions.push({ token: called, properties: new Map([...args, ...result]), inputs: new Set(args.keys()), ...common });
    }
  }
  const provider = propertiesOf(
    classesIn(readFileSync(join(folder, "provider.py"), "utf8")).get("ProviderArgs") ?? "",
    sharedBeside(join(folder, "provider.py")),
  );
  return { resources, functions, provider, version, name, server };
}

function* modules(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* modules(join(folder, entry.name));
    else if (/^(?!_)\w+\.py$/.test(entry.name) && entry.name !== "outputs.py" && entry.name !== "provider.py")
      yield join(folder, entry.name);
  }
}

/** Every class of a file by its name; of one that is written twice, for a type checker's sake, the one with properties. */
function classesIn(text) {
  const found = new Map();
  for (const [, name, body] of text.matchAll(/^class (\w+)[^\n]*:\n((?:[ \t][^\n]*\n|\n)*)/gm))
    if (!found.has(name) || body.includes("@pulumi.getter")) found.set(name, body);
  return found;
}

const read = new Map();
function sharedBeside(file) {
  const folder = dirname(file);
  if (!read.has(folder)) {
    const all = ["outputs.py", "_inputs.py"].map((one) => join(folder, one)).filter((one) => existsSync(one));
    read.set(folder, new Map(all.flatMap((one) => [...classesIn(readFileSync(one, "utf8"))])));
  }
  return read.get(folder);
}

function propertiesOf(body, shared, depth = 0) {
  if (depth > 12) return new Map();
  return new Map([...body.matchAll(PROPERTY)].map(([, renamed, name, type]) => [renamed ?? name, propertyOf(type, shared, depth)]));
}

function propertyOf(type, shared, depth) {
  const nested = /'(?:\w+\.)*(\w+)'/.exec(type)?.[1];
  const members = nested === undefined ? undefined : propertiesOf(shared.get(nested) ?? "", shared, depth + 1);
  return { many: /\bSequence\[/.test(type), map: /\bMapping\[/.test(type), ...(members !== undefined && { members }) };
}

function argumentsIn(text) {
  const [, signature = ""] = /^def get_?\w*\(([\s\S]*?)\)(?: -> [^\n]+)?:\n/m.exec(text) ?? [];
  const types = new Map([...signature.matchAll(/(\w+): ([^\n]+?)(?: = None)?,?(?:\n|$)/g)].map(([, name, type]) => [name, type]));
  const named = [...text.matchAll(/__args__\['(\w+)'\] = (\w+)/g)];
  return new Map(named.map(([, name, local]) => [name, propertyOf(types.get(local) ?? "", new Map(), 0)]));
}
