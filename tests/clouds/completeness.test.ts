import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../clouds/schema/index.ts";
import { PLACED } from "./placed-clouds.ts";

const root = packageRoot();
const copy = mkdtempSync(join(tmpdir(), "placements-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

type Edits = Readonly<Record<string, (text: string) => string>>;

/** Compiles a copy of a cloud's tables with some files changed, and gives what the compiler says. */
function compile(cloud: string, edits: Edits): string {
  for (const room of ["catalogue", "clouds/contract", `clouds/${cloud}`])
    cpSync(join(root, room), join(copy, room), { recursive: true, filter: (from) => !from.endsWith(".json") && !from.includes("lower") });
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(copy, `clouds/${cloud}/placements`, file);
    const text = readFileSync(path, "utf8");
    const edited = edit(text);
    expect(edited, `${file} is as it was`).not.toBe(text);
    writeFileSync(path, edited);
  }
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  writeFileSync(
    join(copy, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] }, files: [`clouds/${cloud}/placements/index.ts`] }),
  );
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", copy], { encoding: "utf8" });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}

/** An entry that stands on one line, of a resource or of a data source, with the file that it is in. */
function entryOf(
  cloud: string,
  table: "resources" | "dataSources",
): { readonly file: string; readonly line: string; readonly type: string } {
  const folder = join(root, `clouds/${cloud}/placements`);
  for (const file of readdirSync(folder).filter((name) => name !== "index.ts")) {
    const text = readFileSync(join(folder, file), "utf8");
    const start = text.indexOf(`export const ${table} = {`);
    const [line, type] = /^ {2}([a-z0-9_]+): [^\n]*,\n/m.exec(text.slice(start, text.indexOf("} satisfies", start))) ?? [];
    if (start >= 0 && line !== undefined && type !== undefined && !line.endsWith("{,\n")) return { file, line, type };
  }
  throw new Error(`no entry of ${cloud} stands on one line`);
}

/** Clouds whose types are a union, so that the compiler holds the table; a small newcomer may leave that to the tests. */
const TYPED = PLACED.filter(({ cloud }) => existsSync(join(root, "clouds", cloud, "types.ts")));

describe.each(TYPED.map(({ cloud, size }) => [cloud, size] as const))(
  "the placements table of %s",
  (cloud, [resourceTypes, dataSources]) => {
    it("compiles as it is", () => {
      expect(compile(cloud, {})).toBe("");
    });

    it.each(["resources", "dataSources"] as const)("does not compile when one of its %s is missing", (table) => {
      const { file, line, type } = entryOf(cloud, table);
      const said = compile(cloud, { [file]: (text) => text.replace(line, "") });
      expect(said).toMatch(/placements\/index\.ts/);
      expect(said).toContain(`missing: "${type}"`);
    });

    it("does not compile when it classifies a type that the provider has not", () => {
      const { file } = entryOf(cloud, "resources");
      const bakery = `${cloud}_bakery`;
      const said = compile(cloud, {
        [file]: (text) =>
          text.replace("export const resources = {", `export const resources = {\n  ${bakery}: { by: "global", because: "Bread." },`),
      });
      expect(said).toContain(`'${bakery}' does not exist`);
      expect(said).toContain(`superfluous: "${bakery}"`);
    });

    it("is over the union of types that the schema has: none has come or gone since it was generated", () => {
      const { status, stdout } = run("--check", cloud);
      expect(stdout).toBe(
        `clouds/${cloud}/types.ts: ${resourceTypes} resource types, ${dataSources} data sources, as the schema has them\n`,
      );
      expect(status).toBe(0);
    });
  },
);

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, "scripts/generate-types.mjs"), ...args], { encoding: "utf8" });

describe("the generator of the unions", () => {
  it.each([[["../ovh"]], [["nowhere"]]])("refuses %j in one sentence", (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("takes every cloud that has types when none is named", () => {
    const { status, stdout } = run("--check");
    for (const { cloud } of TYPED) expect(stdout).toContain(`clouds/${cloud}/types.ts: `);
    expect(status).toBe(0);
  });
});
