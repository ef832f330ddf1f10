import type { AttributeSchema, BlockSchema, NestingMode } from "../../clouds/schema/index.ts";

/** How the schema has a nested thing written. */
export interface Shape {
  readonly is: "block" | "attribute";
  readonly nesting: NestingMode;
  readonly inner: BlockSchema;
  /** What must be written in it. */
  readonly required: readonly string[];
}

/** The nested block or attribute of a name; undefined where the schema is not known, or has none. */
export function shapeOf(schema: BlockSchema | undefined, name: string): Shape | undefined {
  const block = schema?.block_types?.[name];
  if (block !== undefined) return { is: "block", nesting: block.nesting_mode, inner: block.block, required: requiredOf(block.block) };
  const nested = schema?.attributes?.[name]?.nested_type;
  if (nested === undefined) return undefined;
  const inner = { attributes: nested.attributes };
  return { is: "attribute", nesting: nested.nesting_mode, inner, required: requiredOf(inner) };
}

function requiredOf({ attributes = {}, block_types = {} }: BlockSchema): readonly string[] {
  const isRequired = ([, one]: readonly [string, AttributeSchema]): boolean => one.required === true;
  return [
    ...Object.entries(attributes)
      .filter(isRequired)
      .map(([name]) => name),
    ...Object.entries(block_types).flatMap(([name, { min_items = 0 }]) => (min_items > 0 ? [name] : [])),
  ];
}
