import { decodeAttribute, decodeMode, encodeAttribute, encodeMode } from "./attribute-code.ts";
import { isMembers, isTable, type Members, mapMembers, restOf, trimmed } from "./rest.ts";
import type { BlockSchema, BlockTypeSchema, Schema } from "./schema.ts";

/** `[attributes, block types, rest]`, without its empty end. */
export type BlockCode = readonly unknown[];
/** `[version, block, rest]`. */
export type SchemaCode = readonly unknown[];

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function encodeBlock(block: Members): BlockCode {
  const taken = new Set<string>();
  const part = (key: string, encode: (member: Members) => unknown) => {
    const members = block[key];
    if (!isTable(members)) return undefined;
    taken.add(key);
    return mapMembers(members, (member) => encode(member as Members));
  };
  const attributes = part("attributes", encodeAttribute);
  const types = part("block_types", encodeBlockType);
  return trimmed([attributes, types, restOf(block, taken)]);
}

function decodeBlock(code: unknown): BlockSchema {
  const [attributes, types, rest] = code as readonly [Members?, Members?, Members?];
  return {
    ...(isMembers(attributes) && { attributes: mapMembers(attributes, decodeAttribute) }),
    ...(isMembers(types) && { block_types: mapMembers(types, decodeBlockType) }),
    ...rest,
  };
}

/** `["l1-3", block, rest]`: nesting mode, fewest, most. What has no such shape stays whole: `[null, null, block type]`. */
function encodeBlockType(type: Members): readonly unknown[] {
  const mode = encodeMode(type.nesting_mode);
  if (mode === undefined || !isMembers(type.block)) return [null, null, type];
  const taken = new Set(["nesting_mode", "block"]);
  const count = (key: string) => {
    const value = type[key];
    if (!isCount(value)) return "";
    taken.add(key);
    return value;
  };
  const [fewest, most] = [count("min_items"), count("max_items")];
  const items = most === "" ? fewest : `${fewest}-${most}`;
  return trimmed([`${mode}${items}`, encodeBlock(type.block), restOf(type, taken)]);
}

function decodeBlockType(code: unknown): BlockTypeSchema {
  const [head, block, rest] = code as readonly [string | null, BlockCode?, Members?];
  if (head === null) return rest as unknown as BlockTypeSchema;
  const [fewest, most] = head.slice(1).split("-");
  return {
    nesting_mode: decodeMode(head.slice(0, 1)) as BlockTypeSchema["nesting_mode"],
    ...(fewest && { min_items: Number(fewest) }),
    ...(most && { max_items: Number(most) }),
    block: decodeBlock(block ?? []),
    ...rest,
  };
}

export function encodeSchema(schema: Members): SchemaCode {
  const taken = new Set<string>();
  const version = isCount(schema.version) ? schema.version : undefined;
  if (version !== undefined) taken.add("version");
  const block = isMembers(schema.block) ? encodeBlock(schema.block) : undefined;
  if (block !== undefined) taken.add("block");
  return trimmed([version, block, restOf(schema, taken)]);
}

export function decodeSchema(code: unknown): Schema {
  const [version, block, rest] = code as readonly [number?, BlockCode?, Members?];
  const known = { ...(typeof version === "number" && { version }), ...(Array.isArray(block) && { block: decodeBlock(block) }) };
  return { ...known, ...rest } as Schema;
}
