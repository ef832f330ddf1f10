import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { entryAt } from "../catalogue/entry-at.ts";
import { InputError } from "../catalogue/errors.ts";
import { requireSize } from "../guard/views/synthesized/parse-json.ts";
import { LARGEST_BY_HAND } from "./json-file.ts";

type Module = Readonly<Record<string, unknown>>;

/**
 * A module of the user's, TypeScript included: by Node itself where it strips types, else by the project's own tsx, which its program runs with as
 * well.
 *
 * @param what how messages call it
 * @throws InputError when it is not there, or cannot be loaded, with what to do
 */
export async function loadModule(file: string, what: string): Promise<Module> {
  const path = resolve(file);
  const size = entryAt(path)?.size;
  if (size === undefined) throw new InputError(`There is no ${what} file ${file}.`);
  requireSize(size, file, LARGEST_BY_HAND, { name: what, smaller: "Name the file that was meant" });
  const url = pathToFileURL(path).href;
  try {
    if (/\.[cm]?ts$/.test(file) && !readsTypes()) return await (await loaderOf(path, what))(url);
    return await import(url).catch(async (error: unknown) => {
      if (!isOfPackage(error)) throw error;
      return (await loaderOf(path, what))(url);
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`The ${what} ${file} cannot be loaded: ${(error as Error).message}.${hintFor(error)}`, { cause: error });
  }
}

/** Node ≥ 22.18 strips types by itself, and a process that was started with a loader has one. */
function readsTypes(): boolean {
  const { features, execArgv, env } = process;
  return Boolean((features as { typescript?: unknown }).typescript) || /tsx|ts-node/.test([...execArgv, env["NODE_OPTIONS"]].join(" "));
}

/** Node strips no types in packages, and a company's own may be shipped as it is written. */
const isOfPackage = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING";

/** What Node strips are types alone. */
const hintFor = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX"
    ? " Node erases types and compiles nothing: write it without enums, namespaces and parameter properties."
    : "";

async function loaderOf(path: string, what: string): Promise<(url: string) => Promise<Module>> {
  try {
    // `require.resolve` takes the entry for `require`, which cannot do this: the one for `import` stands beside it.
    const manifest = createRequire(path).resolve("tsx/package.json");
    const { exports } = JSON.parse(readFileSync(manifest, "utf8")) as { exports: { "./esm/api": { import: { default: string } } } };
    const api = pathToFileURL(join(dirname(manifest), exports["./esm/api"].import.default));
    const { tsImport } = (await import(api.href)) as { tsImport(url: string, parent: string): Promise<Module> };
    return (url) => tsImport(url, url);
  } catch (error) {
    const otherwise = readsTypes() ? "in a package: compile the package, or" : "by itself: use Node 22.18 or newer, or";
    throw new InputError(
      `The ${what} ${path} is TypeScript, which Node ${process.versions.node} does not read ${otherwise} install tsx beside it (npm install --save-dev tsx), or write it in JSON.`,
      { cause: error },
    );
  }
}
