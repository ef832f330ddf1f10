import type { AttributeSchema, BlockSchema, NestingMode, TypeSchema } from "./schema.ts";

/** One attribute of a type, however deep. */
export interface AttributePath {
  /** As Terraform writes it, `[]` after every list, set or map of structures: `replication.rules[].destination.region`. */
  readonly path: string;
  /** The last name of the path. */
  readonly name: string;
  /** `null` for structures, whose members follow. */
  readonly type: TypeSchema | null;
  /** Whether a configuration may set it: required or optional, and so all around it. */
  readonly settable: boolean;
  /** The attribute's own words; those of a member of an object type are its type only. */
  readonly attribute: AttributeSchema;
}

const many = (mode: NestingMode) => (mode === "single" || mode === "group" ? "" : "[]");

function* ofType(path: string, name: string, type: TypeSchema, settable: boolean, attribute: AttributeSchema): Generator<AttributePath> {
  if (typeof type === "string" || type[0] === "tuple") return yield { path, name, type, settable, attribute };
  if (type[0] !== "object") {
    const inner = type[1];
    if (typeof inner === "string") return yield { path, name, type, settable, attribute };
    return yield* ofType(`${path}[]`, name, inner, settable, attribute);
  }
  yield { path, name, type: null, settable, attribute };
  for (const [member, inner] of Object.entries(type[1])) yield* ofType(`${path}.${member}`, member, inner, settable, { type: inner });
}

function* ofAttributes(prefix: string, attributes: Readonly<Record<string, AttributeSchema>>, within: boolean): Generator<AttributePath> {
  for (const [name, attribute] of Object.entries(attributes)) {
    const path = `${prefix}${name}`;
    const settable = within && (attribute.required === true || attribute.optional === true);
    if (attribute.nested_type !== undefined) {
      const inner = path + many(attribute.nested_type.nesting_mode);
      yield { path: inner, name, type: null, settable, attribute };
      yield* ofAttributes(`${inner}.`, attribute.nested_type.attributes, settable);
    } else if (attribute.type !== undefined) yield* ofType(path, name, attribute.type, settable, attribute);
  }
}

/** Every attribute path of a block, structures before their members, nested blocks included. */
export function* attributePaths(block: BlockSchema, prefix = ""): Generator<AttributePath> {
  yield* ofAttributes(prefix, block.attributes ?? {}, true);
  for (const [name, type] of Object.entries(block.block_types ?? {})) {
    const path = `${prefix}${name}${many(type.nesting_mode)}`;
    yield { path, name, type: null, settable: true, attribute: {} };
    yield* attributePaths(type.block, `${path}.`);
  }
}
