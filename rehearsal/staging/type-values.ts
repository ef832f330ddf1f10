import type { Json } from "../../catalogue/json.ts";

/** Marks a value that a rehearsal made up, so that nobody, the guard included, takes it for one that somebody chose. */
export const MARK = "rehearsal-";

/** A value for a variable of a type, as Terraform writes types: `string`, `map(object({ size = number, tags = optional(list(string)) }))`. */
export function valueOfType(type: string, name: string): Json {
  const [value] = parse(type.trim() === "" ? "string" : type.trim(), name);
  return value;
}

/** Reads one type from the front of a text; gives its value and what follows. */
function parse(text: string, name: string): readonly [Json, string] {
  const word = /^[a-z]+/.exec(text)?.[0] ?? "";
  const rest = text.slice(word.length).trimStart();
  if (!rest.startsWith("(")) return [scalar(word, name), rest];
  const inside = rest.slice(1).trimStart();
  if (word === "object") {
    const [value, after] = members(inside.slice(1));
    return [value, skip(after, "})")];
  }
  if (word === "tuple") {
    const [value, after] = elements(inside.slice(1), name);
    return [value, skip(after, "])")];
  }
  const [value, after] = parse(inside, name);
  const close = after.indexOf(")");
  const left = after.slice(close + 1);
  if (word === "optional") return [null, left];
  return [word === "map" ? { [`${MARK}key`]: value } : [value], left];
}

function scalar(word: string, name: string): Json {
  if (word === "number") return 1;
  if (word === "bool") return false;
  if (word === "list" || word === "set" || word === "tuple") return [];
  if (word === "map" || word === "object") return {};
  return `${MARK}${name.replaceAll("_", "-")}`;
}

function members(text: string): readonly [Json, string] {
  const object: Record<string, Json> = {};
  let rest = text.replace(/^[\s,]+/, "");
  for (;;) {
    const head = /^"?([A-Za-z_][\w-]*)"?\s*[=:]\s*/.exec(rest);
    if (head === null) return [object, rest];
    const [value, after] = parse(rest.slice(head[0].length), head[1] ?? "");
    if (value !== null) object[head[1] ?? ""] = value;
    rest = after.replace(/^[\s,]+/, "");
  }
}

function elements(text: string, name: string): readonly [Json, string] {
  const list: Json[] = [];
  let rest = text.trimStart();
  while (/^[a-z]/.test(rest)) {
    const [value, after] = parse(rest, name);
    list.push(value);
    rest = after.replace(/^[\s,]+/, "");
  }
  return [list, rest];
}

const skip = (text: string, marks: string): string => [...marks].reduce((rest, mark) => rest.slice(rest.indexOf(mark) + 1), text);
