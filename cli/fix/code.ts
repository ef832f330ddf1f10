import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isConfiguration } from "../../guard/views/folder/files.ts";
import { Unreadable } from "../../guard/views/folder/hcl-cursor.ts";
import { outlineOf, type SourceBlock, type SourceBody } from "../../guard/views/folder/outline.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";

/** Where a resource is written, or why that is not certain. */
export type Written = { readonly file: string; readonly block: SourceBlock } | { readonly because: string };

interface File {
  readonly path: string;
  /** Undefined: JSON, or nothing that can be read. */
  readonly outline: SourceBody | undefined;
}

/** A folder of Terraform code and what has been changed in it so far; nothing is written before somebody asks for it. */
export class Code {
  readonly #folder: string;
  readonly #texts = new Map<string, { readonly before: string; after: string }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The block of a resource, by the address that a plan gives it. */
  find(address: string): Written {
    const [resource, calls] = parts(withoutKeys(address));
    if (resource === undefined) return { because: "its address is none of a resource" };
    let folder = this.#folder;
    for (const call of calls) {
      const source = this.#sourceOf(folder, call);
      if ("because" in source) return source;
      folder = source.folder;
    }
    return this.#block(folder, "resource", resource);
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
    const files = this.#files(folder);
    const found = files.flatMap(({ path, outline }) =>
      (outline?.blocks ?? [])
        .filter((block) => block.type === type && block.labels.join("\n") === labels.join("\n"))
        .map((block) => ({ file: path, block })),
    );
    const what = [...(type === "module" ? [type] : []), ...labels].join(".");
    // What cannot be read may change it: an override, or the whole resource as JSON.
    const hidden = files.find(({ path, outline }) => outline === undefined && labels.every((label) => this.text(path).includes(label)));
    const [only, more] = found;
    if (hidden !== undefined) return { because: `${hidden.path} may speak of ${what}, and is not in the native syntax` };
    if (only === undefined) return { because: `no file in ${folder} has ${what}` };
    return more === undefined ? only : { because: `${what} is written in ${only.file} and in ${more.file}` };
  }

  /** Files that one engine passes over and the other reads are among them: what stands in both is not certain. */
  #files(folder: string): readonly File[] {
    return readdirSync(folder)
      .filter(isConfiguration)
      .sort()
      .map((name) => ({ path: join(folder, name), outline: this.#outline(join(folder, name)) }));
  }

  #outline(path: string): SourceBody | undefined {
    if (path.endsWith(".json")) return undefined;
    try {
      return outlineOf(this.text(path));
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }
}

/** `module.a.module.b.t.n`: the resource, and the calls that lead to it. */
function parts(address: string): readonly [resource: readonly string[] | undefined, calls: readonly string[]] {
  const steps = address.split(".");
  const calls: string[] = [];
  while (steps[0] === "module" && steps.length > 2) calls.push(steps.splice(0, 2)[1] ?? "");
  return steps.length === 2 ? [steps, calls] : [undefined, calls];
}
