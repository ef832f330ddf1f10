import type { Binding } from "./model.ts";
import { exportsOf, recordOf } from "./records.ts";

/** Several types whose classes share a file: four hundred files of a kilobyte each would cost four times their content on a disk. */
export interface Part {
  readonly name: string;
  readonly bindings: readonly Binding[];
}

/** Characters of short form per part: small enough that an import through its own path stays cheap. */
const PART = 14_000;

/** Splits a provider's types into files, in the order of their paths. */
export function partsOf(bindings: readonly Binding[], provider: string): readonly Part[] {
  const parts: Binding[][] = [[]];
  let size = 0;
  for (const binding of [...bindings].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const own = JSON.stringify(recordOf(binding, provider)).length;
    if (size > 0 && size + own > PART) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(binding);
    size += own;
  }
  return parts.map((group, i) => ({ name: `part-${String(i + 1).padStart(2, "0")}`, bindings: group }));
}

/** A part's program. The last line is never run: it tells ES modules the names that they may import. */
export function partProgram(part: Part, provider: string, functions: string | undefined): string {
  const records = JSON.stringify(part.bindings.map((one) => recordOf(one, provider)))
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'");
  const names = part.bindings.flatMap((binding) => [
    ...exportsOf(binding),
    ...(binding.kind === "provider" && functions ? [functions] : []),
  ]);
  return `"use strict";\nrequire("./runtime.js").define(exports,'${records}');\n0&&(module.exports={${names.join()}});\n`;
}
