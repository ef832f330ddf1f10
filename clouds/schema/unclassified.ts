import type { Placement } from "../contract/placement.ts";
import type { LoadedSchema } from "./load.ts";
import { looksLikePlace } from "./location-like.ts";
import { attributePaths } from "./paths.ts";
import type { Schema } from "./schema.ts";

/** How a cloud's resources are read: the part of `CloudFacts` that must cover its schema. */
export interface PlacementTable {
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
}

/** What a schema has and a placements table does not answer for. */
export interface Unclassified {
  readonly kind: "resource" | "data source";
  readonly type: string;
  /** Settable paths that look like a place and that the type's entry does not mention; empty when the type has no entry at all. */
  readonly paths: readonly string[];
}

/** Every attribute path that a placement answers for. */
function mentioned(placement: Placement): ReadonlySet<string> {
  const paths = [
    ...(placement.sends ?? []).map((sending) => sending.path),
    ...(placement.zones ?? []),
    ...(placement.told ?? []),
    ...Object.keys(placement.notPlaces ?? {}),
  ];
  if (placement.by === "attribute") paths.push(...placement.paths, ...(placement.parent === undefined ? [] : [placement.parent.path]));
  if (placement.by === "provider") paths.push(...(placement.paths ?? []));
  if (placement.by === "parent") paths.push(placement.path);
  if (placement.by === "order") paths.push(...(placement.codes ?? []));
  return new Set(paths);
}

const unmentioned = (schema: Schema, placement: Placement): string[] => {
  const known = mentioned(placement);
  return [...attributePaths(schema.block)]
    .filter((at) => at.type !== null && at.settable && looksLikePlace(at.name) && !known.has(at.path))
    .map((at) => at.path);
};

/** Types without a placement, and location-like paths that no placement mentions. Empty means: complete. */
export function unclassified(schema: LoadedSchema, table: PlacementTable): readonly Unclassified[] {
  const found: Unclassified[] = [];
  const look = (
    kind: Unclassified["kind"],
    types: readonly string[],
    read: (type: string) => Schema | undefined,
    placements: Readonly<Record<string, Placement>>,
  ) => {
    for (const type of types) {
      const placement = Object.hasOwn(placements, type) ? placements[type] : undefined;
      const declared = read(type);
      const paths = placement === undefined || declared === undefined ? [] : unmentioned(declared, placement);
      if (placement === undefined || paths.length > 0) found.push({ kind, type, paths });
    }
  };
  look("resource", schema.resourceTypes, schema.resource, table.resources);
  look("data source", schema.dataSourceTypes, schema.dataSource, table.dataSources);
  return found;
}
