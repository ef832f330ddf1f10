import type { Refreshed, SchemaChanges } from "../clouds/schema/index.ts";

type Group = SchemaChanges["resources"];

/** What a newer schema brings, for people: what is new, gone and changed, and what nobody has classified yet. */
export function refreshedText({
  source,
  cloud,
  changes,
  unclassified,
}: Refreshed & { readonly source: string; readonly cloud: string | null }): string {
  return [
    cloud === null
      ? `${source}: no cloud of the catalogue has this provider. Start one with: terroir new cloud NAME`
      : `${source} (${cloud})${changes === null ? "" : `: ${changes.from ?? "release unknown"} → ${changes.to ?? "release unknown"}`}`,
    ...(changes === null ? [] : [...group("resource", changes.resources), ...group("data source", changes.dataSources)]),
    ...(changes !== null && isEmpty(changes.resources) && isEmpty(changes.dataSources) && changes.provider === null
      ? ["  nothing is new, gone or changed"]
      : []),
    ...unclassified.map(({ kind, type, paths }) =>
      paths.length === 0
        ? `  not classified: ${kind} ${type} has no placement`
        : `  not classified: ${kind} ${type} says nothing of ${paths.join(", ")}`,
    ),
    ...(unclassified.length === 0
      ? ["  everything is classified"]
      : [
          `  ${unclassified.length} to classify in clouds/${cloud ?? "NAME"}/placements: until then every resource of these types is refused`,
        ]),
  ].join("\n");
}

const isEmpty = ({ added, removed, changed }: Group): boolean => added.length + removed.length + changed.length === 0;

function group(what: string, { added, removed, changed }: Group): readonly string[] {
  return [
    ...added.map((type) => `  new ${what} ${type}`),
    ...removed.map((type) => `  gone ${what} ${type}`),
    ...changed.map(({ type, added: more, removed: fewer, changed: other }) => {
      const parts = [...more.map((path) => `+${path}`), ...fewer.map((path) => `-${path}`), ...other.map((path) => `~${path}`)];
      return `  changed ${what} ${type}: ${parts.slice(0, 8).join(" ")}${parts.length > 8 ? ` and ${parts.length - 8} more` : ""}`;
    }),
  ];
}
