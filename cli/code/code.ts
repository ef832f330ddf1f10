import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isConfiguration, isOverride } from "../../guard/views/folder/files.ts";
import { Unreadable } from "../../guard/views/folder/hcl-cursor.ts";
import { outlineOf, type SourceBlock, type SourceBody } from "../../guard/views/folder/outline.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";

/** A block, and the file in which it is written. */
export interface InFile {
  readonly file: string;
  readonly block: SourceBlock;
}

/** Where a resource is written, or why that is not certain. */
export type Written = InFile | { readonly because: string };

interface File {
  readonly path: string;
  readonly text: string;
  /** Undefined: JSON, or nothing that can be read. */
  readonly outline: SourceBody | undefined;
  /** Its blocks by type and labels. */
  readonly blocks: ReadonlyMap<string, readonly SourceBlock[]>;
}

/** A folder of Terraform code and what has been changed in it so far; nothing is written before somebody asks for it. */
export class Code {
  readonly #folder: string;
  readonly #texts = new Map<string, { readonly before: string; after: string }>();
  readonly #names = new Map<string, readonly string[]>();
  readonly #read = new Map<string, File>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The block of a resource, by the address that a plan gives it. */
  find(address: string): Written {
    const { own, calls } = partsOf(withoutKeys(address));
    if (own.length !== 2) return { because: "its address is none of a resource" };
    const below = this.#below(calls);
    return "because" in below ? below : this.#block(below.folder, "resource", own);
  }

  /** Every block of that type with these labels in the module that the calls lead to; in files that override others last, as they count. */
  all(calls: readonly string[], type: string, labels: readonly string[]): readonly InFile[] {
    const below = this.#below(calls);
    if ("because" in below) return [];
    const found = this.#named(below.folder, type, labels);
    const isLater = ({ file }: InFile): boolean => isOverride(basename(file));
    return [...found.filter((one) => !isLater(one)), ...found.filter(isLater)];
  }

  text(file: string): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known.after;
    const text = readFileSync(file, "utf8");
    this.#texts.set(file, { before: text, after: text });
    return text;
  }

  change(file: string, text: string): void {
    const before = this.#texts.get(file)?.before ?? this.text(file);
    this.#texts.set(file, { before, after: text });
  }

  /** Files that are not as they were, in alphabetical order. */
  changed(): readonly { readonly file: string; readonly before: string; readonly after: string }[] {
    return [...this.#texts]
      .filter(([, { before, after }]) => before !== after)
      .map(([file, texts]) => ({ file, ...texts }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  #below(calls: readonly string[]): { readonly folder: string } | { readonly because: string } {
    let folder = this.#folder;
    for (const call of calls) {
      const source = this.#sourceOf(folder, call);
      if ("because" in source) return source;
      folder = source.folder;
    }
    return { folder };
  }

  #sourceOf(folder: string, call: string): { readonly folder: string } | { readonly because: string } {
    const found = this.#block(folder, "module", [call]);
    if ("because" in found) return found;
    const source = found.block.body.attributes.find(({ name }) => name === "source");
    const text = source === undefined ? "" : this.text(found.file).slice(source.from, source.to);
    const [, local] = /^"(\.{1,2}\/[^"$%\\]*)"$/.exec(text) ?? [];
    if (local === undefined) return { because: `module.${call} comes from elsewhere: change it where it is kept` };
    const below = join(folder, local);
    return statSync(below, { throwIfNoEntry: false })?.isDirectory() === true
      ? { folder: below }
      : { because: `there is no folder ${below}` };
  }

  #block(folder: string, type: "resource" | "module", labels: readonly string[]): Written {
    const what = [...(type === "module" ? [type] : []), ...labels].join(".");
    // What cannot be read may change it: an override, or the whole resource as JSON.
    const hidden = this.#files(folder).find(({ text, outline }) => outline === undefined && labels.every((label) => text.includes(label)));
    const [only, more] = this.#named(folder, type, labels);
    if (hidden !== undefined) return { because: `${hidden.path} may speak of ${what}, and is not in the native syntax` };
    if (only === undefined) return { because: `no file in ${folder} has ${what}` };
    return more === undefined ? only : { because: `${what} is written in ${only.file} and in ${more.file}` };
  }

  #named(folder: string, type: string, labels: readonly string[]): readonly InFile[] {
    return this.#files(folder).flatMap(({ path, blocks }) =>
      (blocks.get(keyOf({ type, labels })) ?? []).map((block) => ({ file: path, block })),
    );
  }

  /** Files that one engine passes over and the other reads are among them: what stands in both is not certain. */
  #files(folder: string): readonly File[] {
    const names = this.#names.get(folder) ?? readdirSync(folder).filter(isConfiguration).sort();
    this.#names.set(folder, names);
    return names.map((name) => this.#file(join(folder, name)));
  }

  #file(path: string): File {
    const text = this.text(path);
    const known = this.#read.get(path);
    if (known?.text === text) return known;
    const outline = outlineIn(path, text);
    const file = { path, text, outline, blocks: byKey(outline?.blocks ?? []) };
    this.#read.set(path, file);
    return file;
  }
}

const keyOf = ({ type, labels }: Pick<SourceBlock, "type" | "labels">): string => [type, ...labels].join("\n");

function byKey(blocks: readonly SourceBlock[]): ReadonlyMap<string, readonly SourceBlock[]> {
  const found = new Map<string, SourceBlock[]>();
  for (const block of blocks) {
    const alike = found.get(keyOf(block));
    if (alike === undefined) found.set(keyOf(block), [block]);
    else alike.push(block);
  }
  return found;
}

function outlineIn(path: string, text: string): SourceBody | undefined {
  if (path.endsWith(".json")) return undefined;
  try {
    return outlineOf(text);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** `module.a.module.b.t.n`: what is named in its module, and the calls that lead to it. */
export function partsOf(address: string): { readonly own: readonly string[]; readonly calls: readonly string[] } {
  const own = address.split(".");
  const calls: string[] = [];
  while (own[0] === "module" && own.length > 2) calls.push(own.splice(0, 2)[1] ?? "");
  return { own, calls };
}
