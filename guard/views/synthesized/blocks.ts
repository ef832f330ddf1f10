import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { isList, isObject } from "../../values/term.ts";
import { type JsonObject, kindOf } from "./parse-json.ts";

/** One block: its labels and its body. */
export interface Block {
  readonly labels: readonly string[];
  readonly body: JsonObject;
  /** The file in which it stands, for messages. */
  readonly file: string;
}

/**
 * Takes the blocks of one type out of Terraform's JSON: labels are nested keys, and at every level an object may as well be a list of objects.
 * A key `//` is a comment.
 */
export function blocks(json: Json | undefined, labels: number, type: string, file: string): readonly Block[] {
  const found: Block[] = [];
  const walk = (value: Json, path: readonly string[]): void => {
    if (value === null) return;
    if (isList(value)) {
      for (const item of value) {
        if (isList(item)) throw misshapen(item, [type, ...path], file);
        walk(item, path);
      }
      return;
    }
    if (!isObject(value)) throw misshapen(value, [type, ...path], file);
    if (path.length === labels) {
      found.push({ labels: path, body: value, file });
      return;
    }
    for (const label of Object.keys(value)) if (label !== "//") walk(value[label] ?? null, path.length === 0 ? [label] : [...path, label]);
  };
  if (json !== undefined) walk(json, []);
  return found;
}

function misshapen(value: Json, path: readonly string[], file: string): InputError {
  return new InputError(
    `${file} is not a Terraform configuration: ${path.join(".")} holds ${kindOf(value)} where a block, an object, belongs.`,
  );
}
