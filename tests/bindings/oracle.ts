import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { packageRoot } from "../../clouds/schema/index.ts";
import { loadSchema, schemaFile } from "../../clouds/schema/load.ts";

const require = createRequire(import.meta.url);
const CACHE = join(packageRoot(), "node_modules", ".cache", "terroir", "oracle");
const GENERATOR = (require("@cdktn/provider-generator/package.json") as { version: string }).version;

export type Namespace = Readonly<Record<string, unknown>>;

/** What cdktf's own generator writes for a provider: its sources, and modules compiled from them, by path. */
export interface Oracle {
  readonly sources: string;
  readonly paths: readonly string[];
  load(path: string): Namespace;
}

/** Generates and compiles once for each schema and generator; `cdktn` in it is whatever `cdktf` is here. */
export async function oracleOf(cloud: string): Promise<Oracle> {
  const digest = createHash("sha256")
    .update(readFileSync(schemaFile(cloud)))
    .update(GENERATOR)
    .digest("hex")
    .slice(0, 16);
  const folder = join(CACHE, `${cloud}-${digest}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    await write(cloud, draft);
    try {
      renameSync(draft, folder);
    } catch (error) {
      // Another test file was faster.
      rmSync(draft, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const paths = readdirSync(join(folder, "src"), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return { sources: join(folder, "src"), paths, load: (path) => require(join(folder, "out", path, "index.js")) as Namespace };
}

/** The oracle compiled as a package would ship it, by the compiler: JavaScript with declarations. Returns its folder. */
export async function compiledOracle(cloud: string): Promise<string> {
  const { sources } = await oracleOf(cloud);
  const compiled = join(sources, "..", "compiled");
  if (existsSync(join(compiled, "index.d.ts"))) return compiled;
  // What the library's own project template compiles to.
  const options = {
    target: "es2018",
    module: "commonjs",
    moduleResolution: "bundler",
    rootDir: sources,
    outDir: compiled,
    declaration: true,
  };
  const project = {
    compilerOptions: {
      ...options,
      skipLibCheck: true,
      strict: true,
      types: ["node"],
      paths: { cdktn: [require.resolve("cdktf").replace(/\.js$/, ".d.ts")] },
    },
    include: [`${sources}/**/*.ts`],
    exclude: [`${sources}/lazy-index.ts`],
  };
  writeFileSync(join(sources, "..", "package.json"), JSON.stringify({ type: "commonjs" }));
  writeFileSync(join(sources, "..", "tsconfig.json"), JSON.stringify(project));
  // The oracle's own packages are not installed where it is written: its few implicit types do not matter here.
  spawnSync(process.execPath, [
    join(dirname(require.resolve("typescript/package.json")), "bin", "tsc"),
    "-p",
    join(sources, "..", "tsconfig.json"),
  ]);
  if (!existsSync(join(compiled, "index.d.ts"))) throw new Error(`The oracle of ${cloud} does not compile.`);
  // Found by what runs the compiled modules, and by the compiler that reads their declarations.
  cpSync(join(sources, "..", "out", "node_modules"), join(compiled, "node_modules"), { recursive: true });
  writeFileSync(join(compiled, "node_modules", "cdktn", "index.d.ts"), 'export * from "cdktf";\n');
  writeFileSync(join(compiled, "package.json"), JSON.stringify({ type: "commonjs" }));
  return compiled;
}

async function write(cloud: string, folder: string): Promise<void> {
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = require("@cdktn/provider-generator");
  const { ConstructsMakerProviderTarget, Language } = require("@cdktn/commons");
  const schema = loadSchema(cloud);
  const [, name] = schema.address.split("/");
  const document = { ...schema.document(), provider_versions: { [schema.source]: schema.version } };
  const constraint = new TerraformProviderConstraint({ name, source: schema.address, version: schema.version });
  const code = new CodeMaker();
  const generator = new TerraformProviderGenerator(code, document, {});
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  await generator.save(folder);
  renameSync(join(folder, "providers", name ?? cloud), join(folder, "src"));
  await build({
    entryPoints: readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("index.ts"))
      .map((file) => join(folder, "src", file)),
    outdir: join(folder, "out"),
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  // The oracle imports the fork under its own name: one library for both, or tokens of one would mean nothing to the other.
  const shim = join(folder, "out", "node_modules", "cdktn");
  mkdirSync(shim, { recursive: true });
  writeFileSync(join(shim, "package.json"), JSON.stringify({ name: "cdktn", main: "index.js" }));
  writeFileSync(join(shim, "index.js"), 'module.exports = require("cdktf");\n');
}
