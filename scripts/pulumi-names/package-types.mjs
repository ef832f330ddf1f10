// Reads a Pulumi package as npm has it: the tokens of its resources and functions, and every property that its own types declare, however deep.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ many: boolean, map: boolean, members?: Map<string, Property> }} Property */
/** @typedef {{ token: string, properties: Map<string, Property>, inputs: ReadonlySet<string>, words: string, deprecated: boolean }} Declared */

/** @returns {{ resources: Declared[], functions: Declared[], provider: Map<string, Property>, version: string, name: string, server: string | null }} */
export function readPackage(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const shared = new Map();
  for (const [side, file] of [
    ["inputs", "types/input.d.ts"],
    ["outputs", "types/output.d.ts"],
  ])
    for (const [name, body] of interfaces(readFileSync(join(folder, file), "utf8"))) shared.set(`${side}.${name}`, body);
  const resources = [];
  const functions = [];
  for (const file of scripts(folder)) {
    const js = readFileSync(file, "utf8");
    const types = file.replace(/\.js$/, ".d.ts");
    if (!existsSync(types)) continue;
    const declared = interfaces(readFileSync(types, "utf8"));
    const find = (ending) => [...declared].find(([name]) => name.endsWith(ending))?.[1] ?? "";
    const token = /__pulumiType = '([^']+:[^']+)'/.exec(js)?.[1];
    if (token !== undefined) {
      const name = token.slice(token.lastIndexOf(":") + 1);
      const args = propertiesOf(declared.get(`${name}Args`) ?? "", shared);
      const state = propertiesOf(declared.get(`${name}State`) ?? "", shared);
      resources.push({
        token,
        properties: new Map([...state, ...args]),
        inputs: new Set(args.keys()),
        words: js,
        deprecated: /\b\w+ is deprecated: /.test(js),
      });
    }
    const called = /pulumi\.runtime\.invoke\("([^"]+)"/.exec(js)?.[1];
    if (called !== undefined) {
      const args = propertiesOf(find("Args"), shared);
      const result = propertiesOf(find("Result"), shared);
      functions.push({
        token: called,
        properties: new Map([...result, ...args]),
        inputs: new Set(args.keys()),
        words: js,
        deprecated: /\b\w+ is deprecated: /.test(js),
      });
    }
  }
  const provider = propertiesOf(interfaces(readFileSync(join(folder, "provider.d.ts"), "utf8")).get("ProviderArgs") ?? "", shared);
  const { name, version, server = null } = { ...manifest.pulumi };
  return { resources, functions, provider, version: version ?? manifest.version, name, server };
}

function* scripts(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "types") yield* scripts(join(folder, entry.name));
    else if (entry.name.endsWith(".js")) yield join(folder, entry.name);
  }
}

/** Every interface of a file by its full name, `CloudProject.StorageReplication`: the generator of these files indents evenly. */
function interfaces(text) {
  const found = new Map();
  const spaces = [];
  let open;
  for (const line of text.split("\n")) {
    const space = /^\s*(?:export )?(?:declare )?namespace (\w+) \{/.exec(line)?.[1];
    if (space !== undefined) spaces.push(space);
    const name = /^(\s*)(?:export )?interface (\w+)(?: extends [^{]+)? \{/.exec(line);
    if (name !== null) {
      open = { indent: name[1], name: [...spaces, name[2]].join("."), body: [] };
      if (line.trimEnd().endsWith("}")) found.set(open.name, "");
      else continue;
    }
    if (open !== undefined && line === `${open.indent}}`) {
      found.set(open.name, open.body.join("\n"));
      open = undefined;
    } else if (open !== undefined) open.body.push(line);
    else if (/^\s*\}\s*$/.test(line)) spaces.pop();
  }
  return found;
}

function propertiesOf(body, shared, depth = 0) {
  const found = new Map();
  if (depth > 12) return found;
  // A map stands over three lines: what is within its braces is its own type's, and no property.
  const flat = body.replace(/\{\s*\[key: string\]: ([^;]+);\s*\}/g, (_, inner) => `{ [key: string]: ${inner.replaceAll("\n", " ")} }`);
  for (const [, name, type] of flat.matchAll(/^\s*(?:readonly )?"?([A-Za-z_]\w*)"?\??: (.+);\s*$/gm)) {
    const nested = /\b((?:inputs|outputs)\.[\w.]+)/.exec(type)?.[1];
    found.set(name, {
      many: /\[\]/.test(type),
      map: /\{\s*\[key: string\]:/.test(type),
      ...(nested !== undefined && { members: propertiesOf(shared.get(nested) ?? "", shared, depth + 1) }),
    });
  }
  return found;
}
