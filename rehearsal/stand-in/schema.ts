import type { AttributeSchema, BlockSchema, BlockTypeSchema, FunctionSchema, LoadedSchema, Schema } from "../../clouds/schema/index.ts";

/** What code writes in the blocks of one type, all of them together. */
export interface WrittenBody {
  readonly attributes: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<string, WrittenBlock>;
}

export interface WrittenBlock extends WrittenBody {
  /** Its label is a key. */
  readonly labelled: boolean;
}

/** What code says of the types of a provider, whichever it is. */
export interface WrittenTypes {
  readonly resources: ReadonlyMap<string, WrittenBody>;
  readonly data: ReadonlyMap<string, WrittenBody>;
  readonly ephemeral: ReadonlyMap<string, WrittenBody>;
  /** Of all provider blocks. */
  readonly provider: WrittenBody;
  /** Every name that the code may read of something. */
  readonly names: ReadonlySet<string>;
  /** Of these what it may read of one block among many. */
  readonly indexed: ReadonlySet<string>;
  /** Functions of providers, `provider::x::this`. */
  readonly functions: ReadonlySet<string>;
}

/** An attribute that every data source of a stand-in has: what is not known keeps the engine from asking. */
export const QUESTION = "terroir_not_asked";

/** More than this is nobody's configuration: each name that is read is an attribute of each block. */
const MOST = 100_000;
/** And more than this is nobody's block: an engine goes through all of it for each reference to it. */
const MOST_IN_BLOCK = 2_000;

/** Engines refuse a schema with other names as a whole. Two underscores begin what JavaScript takes for something else. */
const isName = (name: string): boolean => /^(?!__)[a-z0-9_]+$/.test(name);

/** What the engine takes out of a block itself. */
const META: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "provisioner",
  "connection",
  "alias",
  "version",
]);

/** What an attribute of a name is, at the top of a block's type or within it. */
type Kind = (name: string, top: boolean) => AttributeSchema;

const UNKNOWN: AttributeSchema = { type: "dynamic", optional: true, computed: true };
/** By what providers call those that are never stored: only there does an engine take what is ephemeral. */
const WRITTEN_ONLY: AttributeSchema = { type: "dynamic", optional: true, write_only: true };
const made: Kind = (name) => (name.endsWith("_wo") ? WRITTEN_ONLY : UNKNOWN);
/** What is put off, engines cannot work out where an attribute within a list of blocks is of any type. */
const opened: Kind = (_, top) => (top ? UNKNOWN : { ...UNKNOWN, type: "string" });
const taken: Kind = () => ({ type: "dynamic", optional: true });
const FUNCTION: FunctionSchema = {
  return_type: "dynamic",
  variadic_parameter: { name: "arguments", type: "dynamic", is_nullable: true },
};

/** The blocks that are written in a type's own. */
export const blocksOf = (body: WrittenBody | undefined): readonly string[] =>
  [...(body?.blocks.keys() ?? [])].filter((name) => isName(name) && !META.has(name));

/** A schema with all that the code writes and reads, every attribute of any type. Undefined: there is too much of it. */
export function inventedSchema(written: WrittenTypes): LoadedSchema | undefined {
  const read = [...written.names, "id", QUESTION].filter((name) => isName(name) && !META.has(name));
  // A block without any attribute would be of a type that is known.
  const indexed = [...written.indexed, QUESTION].filter(isName);
  let counted = 0;
  const block = (body: WrittenBody, top: boolean, other: readonly string[], kind: Kind): BlockSchema => {
    const own = (name: string): boolean => isName(name) && !(top && META.has(name));
    const blocks = [...body.blocks].filter(([name]) => own(name));
    const names = new Set([...body.attributes, ...other].filter((name) => own(name) && !body.blocks.has(name)));
    counted += names.size + blocks.length;
    if (names.size > MOST_IN_BLOCK) counted = Number.POSITIVE_INFINITY;
    if (counted > MOST) return {};
    return {
      attributes: Object.fromEntries([...names].map((name) => [name, kind(name, top)])),
      block_types: Object.fromEntries(
        blocks.map(([name, inner]): [string, BlockTypeSchema] => [
          name,
          { nesting_mode: inner.labelled ? "map" : "list", block: block(inner, false, other.length > 0 ? indexed : [], kind) },
        ]),
      ),
    };
  };
  const group = (types: ReadonlyMap<string, WrittenBody>, of: (body: WrittenBody) => BlockSchema): ReadonlyMap<string, Schema> =>
    new Map([...types].map(([type, body]) => [type, { version: 0, block: of(body) }]));
  // For questions the same holds, and their blocks are put off with them: each is one, and empty.
  const asked = (body: WrittenBody): BlockSchema => ({
    ...block(
      { ...body, blocks: new Map() },
      true,
      read.filter((name) => !body.blocks.has(name)),
      made,
    ),
    block_types: Object.fromEntries(blocksOf(body).map((name): [string, BlockTypeSchema] => [name, { nesting_mode: "single", block: {} }])),
  });
  const resources = group(written.resources, (body) => block(body, true, read, made));
  const data = group(written.data, asked);
  const ephemeral = group(written.ephemeral, (body) => block(body, true, read, opened));
  const provider: Schema = { version: 0, block: block(written.provider, true, [], taken) };
  if (counted > MOST) return undefined;
  return {
    source: "",
    address: "",
    version: null,
    provider,
    resourceTypes: [...resources.keys()],
    dataSourceTypes: [...data.keys()],
    ephemeralTypes: [...ephemeral.keys()],
    resource: (type) => resources.get(type),
    dataSource: (type) => data.get(type),
    ephemeral: (type) => ephemeral.get(type),
    functions: Object.fromEntries([...written.functions].filter(isName).map((name) => [name, FUNCTION])),
    document: () => ({ provider_schemas: {} }),
  };
}
