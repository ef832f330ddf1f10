import { existsSync } from "node:fs";
import { InputError } from "../catalogue/errors.ts";
import { bytesOf } from "../guard/views/synthesized/folder.ts";
import { type JsonObject, parseJson, type Sort } from "../guard/views/synthesized/parse-json.ts";

/** Bytes: nobody writes more by hand, and a compiler would take gigabytes for it. */
export const LARGEST_BY_HAND = 16 * 1024 * 1024;

/**
 * A JSON file that a person wrote, with each key once in its object: of two JSON.parse keeps the last, where who reads it sees the first.
 *
 * @param sort what it should be, as messages say it
 * @throws InputError with the line and the column of what is wrong
 */
export function jsonFile(file: string, sort: Sort): JsonObject {
  if (!existsSync(file)) throw new InputError(`There is no ${sort.name.replace(/^an? /, "")} file ${file}.`);
  return parseJson(bytesOf(file, LARGEST_BY_HAND, sort), file, sort);
}
