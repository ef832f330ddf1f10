/**
 * What the providers declare of themselves, kept small: a lossless encoding of `terraform providers schema -json`, one `schema.json` in each cloud's folder.
 * Placements are checked against it, bindings are generated from it, rehearsed providers answer from it.
 */

export { packageRoot } from "../../catalogue/package-root.ts";
export { bridgedSpelling } from "./bridged-spelling.ts";
export { type SchemaChanges, schemaChanges, type TypeChange } from "./changes.ts";
export { type CompactSchema, compact, expand } from "./codec.ts";
export { furtherType, s3ClientSchema } from "./further.ts";
export { type LoadedSchema, loadSchema, openSchema, readSchema, schemaNames } from "./load.ts";
export { looksLikePlace } from "./location-like.ts";
export { type AttributePath, attributePaths } from "./paths.ts";
export { withoutProse } from "./prose.ts";
export { namedInBlock, passedOver } from "./provider-block.ts";
export { type Later, PulumiProperties } from "./pulumi-properties.ts";
export { type Refreshed, refreshSchema } from "./refresh.ts";
export type {
  AttributeSchema,
  BlockSchema,
  BlockTypeSchema,
  FunctionSchema,
  NestedType,
  NestingMode,
  ProviderSchema,
  Schema,
  SchemaDocument,
  TypeSchema,
} from "./schema.ts";
export { strays } from "./strays.ts";
export { type PlacementTable, type Unclassified, unclassified } from "./unclassified.ts";
