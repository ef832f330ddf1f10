import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
