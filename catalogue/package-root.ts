import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/** The folder of this package, the same from source and from a bundle in `dist/`: the nearest `package.json` whose name is `terroir`. */
export function packageRoot(): string {
  if (found !== undefined) return found;
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name?: unknown }).name === "terroir") {
      found = folder;
      return folder;
    }
    if (dirname(folder) === folder)
      throw new Error(`No package.json of terroir above ${start}: its data files cannot be found. Install the package as a whole.`);
  }
}
