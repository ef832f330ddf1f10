import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot, schemaNames } from "../../clouds/schema/index.ts";
import { oracleOf } from "./oracle.ts";

/** Interface → property → type, of one path. */
type Interfaces = Readonly<Record<string, Readonly<Record<string, string>>>>;

// The library has many names: types are compared without its prefix, spaces, and the two ways to write a list.
const plain = (type: string) =>
  type
    .replace(/(?:cdktn|b\.c|b)\./g, "")
    .replace(/\bR\b/g, "IResolvable")
    .replace(/\s|\(|\)/g, "");

function interfacesIn(text: string): Interfaces {
  const found: Record<string, Record<string, string>> = {};
  // A class may be declared in two parts: what may be set through it stands in an interface of its name.
  const classes = new Set([...text.matchAll(/class (\w+)/g)].map(([, name]) => name));
  for (const [, name = "", body = ""] of text.matchAll(/interface (\w+)[^{]*\{((?:[^{}]|\{[^{}]*\})*)\}/g)) {
    if (classes.has(name)) continue;
    const properties = [...body.matchAll(/readonly (\w+)(\??):\s*([^;]+);/g)];
    found[name] = Object.fromEntries(
      properties.map(([, property = "", optional = "", type = ""]) => [property, `${optional}${plain(type)}`]),
    );
  }
  return found;
}

function modulesOf(cloud: string): ReadonlyMap<string, string> {
  const folder = join(packageRoot(), "bindings", "packages", `provider-${cloud}`);
  const text = readdirSync(folder)
    .filter((file) => /^part-.*\.d\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  return new Map(
    text
      .join("")
      .split(/^declare module /m)
      .slice(1)
      .map((module) => [/^"@cdktf\/[^/]+\/([^"]+)"/.exec(module)?.[1] ?? "", module] as const),
  );
}

describe.each(schemaNames())("declarations of %s", (cloud) => {
  it("have the interfaces, properties and types that cdktf's own generator gives", async () => {
    const oracle = await oracleOf(cloud);
    const modules = modulesOf(cloud);
    expect([...modules.keys()].sort()).toEqual([...oracle.paths].sort());
    for (const path of oracle.paths) {
      const theirs = interfacesIn(readFileSync(join(oracle.sources, path, "index.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""));
      expect(interfacesIn((modules.get(path) ?? "").replace(/\/\*[\s\S]*?\*\//g, "")), path).toEqual(theirs);
    }
  });
});
