import { inOrder, sorted } from "./in-order.ts";

/**
 * JSON with sorted keys and two spaces, byte for byte as the library's own serializer writes it: the same description gives the same
 * file, on any machine and on any day.
 *
 * @param split whether an empty object or list is written over two lines, as cdktf 0.21's serializer does and cdktn's does not. @default false
 */
export function stableJson(value: unknown, { split = false }: { readonly split?: boolean } = {}): string {
  const ordered = split ? undefined : inOrder(value);
  return ordered === undefined ? (write(value, "\n", split) ?? "null") : JSON.stringify(ordered, undefined, 2);
}

function write(value: unknown, indent: string, split: boolean): string | undefined {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (typeof (value as { toJSON?: unknown }).toJSON === "function")
        return write((value as { toJSON(): unknown }).toJSON(), indent, split);
      return Array.isArray(value) ? writeArray(value, indent, split) : writeObject(value as Record<string, unknown>, indent, split);
    default:
      return undefined;
  }
}

function writeArray(list: readonly unknown[], indent: string, split: boolean): string {
  if (list.length === 0) return split ? `[${indent}]` : "[]";
  const deeper = `${indent}  `;
  let text = "[";
  for (let i = 0; i < list.length; i++) text += `${i === 0 ? "" : ","}${deeper}${write(list[i], deeper, split) ?? "null"}`;
  return `${text}${indent}]`;
}

function writeObject(object: Readonly<Record<string, unknown>>, indent: string, split: boolean): string {
  const deeper = `${indent}  `;
  let text = "";
  for (const key of sorted(Object.keys(object))) {
    const field = write(object[key], deeper, split);
    if (field !== undefined) text += `${text === "" ? "" : ","}${deeper}${quoted(key)}: ${field}`;
  }
  return text === "" && !split ? "{}" : `{${text}${indent}}`;
}

const QUOTED = new Map<string, string>();

/** Attribute names repeat thousands of times in one document. */
function quoted(key: string): string {
  let text = QUOTED.get(key);
  if (text === undefined) {
    text = JSON.stringify(key);
    if (QUOTED.size < 10_000) QUOTED.set(key, text);
  }
  return text;
}
