import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Json } from "../../catalogue/json.ts";
import { parseBlocks, Repeated } from "../../catalogue/repeated-blocks.ts";

export type Members = Readonly<Record<string, Json>>;

export const membersOf = (value: Json | undefined): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};

/** In Terraform's JSON a block stands alone or in a list. */
export const each = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** One configuration file of a stack, with its text. */
export interface Document {
  readonly text: string;
  readonly members: Members;
}

/** The JSON configuration files of a folder, in the engine's order. */
export function documentsIn(folder: string, shown: string): readonly Document[] {
  return readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:tf|tofu)\.json$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      try {
        return { text, members: membersOf(parseBlocks(text, name)) };
      } catch (error) {
        throw new InputError(
          `${shown}/${name} ${error instanceof Repeated ? "cannot be read" : "is not JSON"}: ${(error as Error).message}. Synthesize again.`,
          { cause: error },
        );
      }
    });
}
