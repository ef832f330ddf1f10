import { cloudFactsBySource } from "../../clouds/facts.ts";
import { loadSchema, schemaNames, strays } from "../../clouds/schema/index.ts";
import type { ReadOptions } from "../../guard/views/synthesized/read-options.ts";

/** Compares what is written with the schemas that the clouds' folders keep, each read when first asked for. */
export function schemaStrays(): NonNullable<ReadOptions["strays"]> {
  const kept = new Set(schemaNames());
  return (kind, { source, host }, type, body) => {
    const cloud = source === undefined || host !== undefined ? undefined : cloudFactsBySource(source)?.cloud;
    if (cloud === undefined || !kept.has(cloud)) return undefined;
    const schema = loadSchema(cloud);
    const found = kind === "provider" ? schema.provider : kind === "data" ? schema.dataSource(type) : schema.resource(type);
    return found === undefined ? undefined : strays(found.block, body);
  };
}
