import { isMembers, isTable, type Members, mapMembers, restOf, trimmed } from "./rest.ts";
import type { AttributeSchema } from "./schema.ts";
import { decodeType, encodeType } from "./type-code.ts";

/**
 * `"!s"`: flags, then the type. With nested attributes a tuple: `["?l", attributes, rest, rest of the nesting]`, the letter then being the nesting mode.
 */
export type AttributeCode = string | readonly unknown[];

const FLAGS = [
  ["!", "required"],
  ["?", "optional"],
  ["=", "computed"],
  ["*", "sensitive"],
  ["^", "write_only"],
  ["~", "deprecated"],
] as const;
const MODES: Readonly<Record<string, string>> = { single: "1", group: "g", list: "l", set: "t", map: "m" };
const MODE_OF = new Map(Object.entries(MODES).map(([mode, code]) => [code, mode]));

/** The letter of a nesting mode, for attributes and blocks alike. */
export const encodeMode = (mode: unknown): string | undefined =>
  typeof mode === "string" && Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;

export function decodeMode(code: string): string {
  const mode = MODE_OF.get(code);
  if (mode === undefined) throw new Error(`"${code}" is no nesting mode. The schema file is damaged: import it again.`);
  return mode;
}

export function encodeAttribute(attribute: Members): AttributeCode {
  const taken = new Set<string>();
  let code = "";
  for (const [char, flag] of FLAGS) {
    if (attribute[flag] !== true) continue;
    code += char;
    taken.add(flag);
  }
  const type = encodeType(attribute.type);
  if (type !== undefined) taken.add("type");
  const nested = attribute.nested_type;
  const mode = isMembers(nested) ? encodeMode(nested.nesting_mode) : undefined;
  if (type === undefined && isMembers(nested) && mode !== undefined && isTable(nested.attributes)) {
    taken.add("nested_type");
    const restOfNesting = restOf(nested, new Set(["nesting_mode", "attributes"]));
    return trimmed([
      code + mode,
      mapMembers(nested.attributes, (member) => encodeAttribute(member as Members)),
      restOf(attribute, taken),
      restOfNesting,
    ]);
  }
  const rest = restOf(attribute, taken);
  code += type ?? "";
  return rest === undefined ? code : [code, null, rest];
}

export function decodeAttribute(code: unknown): AttributeSchema {
  const [head, nested, rest, restOfNesting] = (typeof code === "string" ? [code] : code) as readonly [string, Members?, Members?, Members?];
  const attribute: [string, unknown][] = [];
  let at = 0;
  for (const [char, flag] of FLAGS) {
    if (head[at] !== char) continue;
    attribute.push([flag, true]);
    at++;
  }
  const body = head.slice(at);
  if (isMembers(nested)) {
    const attributes = mapMembers(nested, decodeAttribute);
    attribute.push(["nested_type", { ...restOfNesting, attributes, nesting_mode: decodeMode(body) }]);
  } else if (body !== "") attribute.unshift(["type", decodeType(body)]);
  return Object.fromEntries([...attribute, ...Object.entries(rest ?? {})]);
}
