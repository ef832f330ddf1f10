import type { LoadedSchema } from "./load.ts";
import { attributePaths } from "./paths.ts";
import type { Schema } from "./schema.ts";

/** A type that both releases have, and that differs. Paths as `attributePaths` writes them. */
export interface TypeChange {
  readonly type: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Paths whose type or flags differ. */
  readonly changed: readonly string[];
}

/** What sets a newer release of a provider apart from an older one. */
export interface SchemaChanges {
  readonly from: string | null;
  readonly to: string | null;
  readonly resources: GroupChanges;
  readonly dataSources: GroupChanges;
  readonly ephemerals: GroupChanges;
  /** Differences of the provider's own block; `null` when there are none. */
  readonly provider: TypeChange | null;
}

export interface GroupChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly TypeChange[];
}

const facts = (schema: Schema) =>
  new Map(
    [...attributePaths(schema.block)].map(({ path, type, attribute }) => {
      const { nested_type: _members, ...own } = attribute;
      return [path, JSON.stringify([type, Object.entries(own).sort()])];
    }),
  );

function typeChange(type: string, before: Schema, after: Schema): TypeChange | null {
  const [old, now] = [facts(before), facts(after)];
  const added = [...now.keys()].filter((path) => !old.has(path));
  const removed = [...old.keys()].filter((path) => !now.has(path));
  const changed = [...now].filter(([path, fact]) => old.has(path) && old.get(path) !== fact).map(([path]) => path);
  return added.length + removed.length + changed.length === 0 ? null : { type, added, removed, changed };
}

type Read = (type: string) => Schema | undefined;

function groupChanges(old: readonly string[], readOld: Read, now: readonly string[], readNow: Read): GroupChanges {
  const [before, after] = [new Set(old), new Set(now)];
  const changed: TypeChange[] = [];
  for (const type of now) {
    const [was, is] = [readOld(type), readNow(type)];
    const change = was && is ? typeChange(type, was, is) : null;
    if (change !== null) changed.push(change);
  }
  return { added: now.filter((type) => !before.has(type)), removed: old.filter((type) => !after.has(type)), changed };
}

/** What is new, gone and changed from one release to the next. */
export function schemaChanges(before: LoadedSchema, after: LoadedSchema): SchemaChanges {
  return {
    from: before.version,
    to: after.version,
    resources: groupChanges(before.resourceTypes, before.resource, after.resourceTypes, after.resource),
    dataSources: groupChanges(before.dataSourceTypes, before.dataSource, after.dataSourceTypes, after.dataSource),
    ephemerals: groupChanges(before.ephemeralTypes, before.ephemeral, after.ephemeralTypes, after.ephemeral),
    provider: typeChange("provider", before.provider, after.provider),
  };
}
