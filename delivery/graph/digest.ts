import { createHash, type Hash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** What engines and runs leave behind; nothing of it is the program's. */
const LEAVINGS =
  /^(?:\.terraform|\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|[^/\\]+\.tfstate(?:\..*)?|[^/\\]*\.tfplan|crash\.log)$/;

/**
 * The digest of a stack's content: every file that its folder holds, assets among them, and every file of the local modules that it calls. Names
 * and bytes count; dates, owners and what engines left do not.
 *
 * @param modules sources of modules as the configuration writes them; those that begin with `./` or `../` are followed
 */
export function digestOf(folder: string, modules: readonly string[]): string {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  const add = (root: string) => {
    if (seen.has(root) || !existsSync(root)) return;
    seen.add(root);
    for (const path of filesBelow(root)) addFile(hash, join(root, path), slashed(join(relative(folder, root), path)), add);
  };
  add(resolve(folder));
  for (const source of modules) if (/^\.{1,2}\//.test(source)) add(resolve(folder, source));
  return `sha256:${hash.digest("hex")}`;
}

function addFile(hash: Hash, file: string, name: string, follow: (root: string) => void): void {
  const link = lstatSync(file).isSymbolicLink();
  const bytes = link ? Buffer.from(readlinkSync(file)) : readFileSync(file);
  // Lengths stand before names and bytes: no two different folders give one text.
  hash.update(`${link ? "link" : "file"} ${Buffer.byteLength(name)} ${name} ${bytes.length} `).update(bytes);
  if (/\.(?:tf|tofu)$/.test(file))
    for (const [, source = ""] of bytes.toString("utf8").matchAll(/\bsource\s*=\s*"(\.{1,2}\/[^"]+)"/g))
      follow(resolve(file, "..", source));
}

function filesBelow(root: string, path = ""): readonly string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !LEAVINGS.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, join(path, entry.name)) : [join(path, entry.name)]));
}

const slashed = (path: string): string => path.split(sep).join("/");
