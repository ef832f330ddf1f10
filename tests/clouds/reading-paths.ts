import type { FactReading, Reading } from "../../clouds/contract/index.ts";

const sibling = (path: string, name: string): string => (path.includes(".") ? `${path.slice(0, path.lastIndexOf("."))}.${name}` : name);

/** Every path of its own type that a reading asks for. */
export function pathsIn(reading: Reading): readonly string[] {
  const {
    encryption,
    exposure = [],
    documents = [],
    grants = [],
    images = [],
    leads = [],
    facts = {},
    ingress = [],
    egress = [],
  } = reading;
  return [
    ...(encryption?.by === "attribute" ? [encryption.path, ...(encryption.also ?? [])] : []),
    ...(encryption?.keys === undefined ? [] : [encryption.keys]),
    ...exposure.filter((way) => way.public !== "always").map((way) => way.path),
    ...[...documents, ...grants, ...images].map(({ path }) => path),
    ...leads.flatMap(({ path, where }) => [path, ...(where === undefined ? [] : [sibling(path, where.attribute)])]),
    ...Object.values(facts).flatMap(ownPaths),
    ...[...ingress, ...egress].flatMap((list) => [
      list.path,
      ...(list.where === undefined ? [] : [sibling(list.path, list.where.attribute)]),
      ...(list.instead ?? []).map((name) => sibling(list.path, name)),
      ...(list.ports === undefined ? [] : [sibling(list.path, list.ports.from), sibling(list.path, list.ports.to)]),
      ...(list.mask === undefined ? [] : [sibling(list.path, list.mask)]),
    ]),
  ];
}

/** Every path of another type by which that one points here. */
export function pathsBeside({
  encryption,
  companions = [],
  facts = {},
}: Reading): readonly { readonly type: string; readonly path: string }[] {
  return [...(encryption?.by === "companion" ? [encryption] : []), ...companions, ...Object.values(facts).flatMap(besidePaths)];
}

function ownPaths(fact: FactReading | undefined): readonly string[] {
  if (fact === undefined || fact.as === "nothing" || fact.as === "claim" || fact.as === "companion") return [];
  return fact.as === "any" ? fact.of.flatMap(ownPaths) : [fact.path];
}

function besidePaths(fact: FactReading | undefined): readonly { readonly type: string; readonly path: string }[] {
  if (fact?.as === "companion") return [fact];
  return fact?.as === "any" ? fact.of.flatMap(besidePaths) : [];
}
