import type { Placement } from "../../clouds/contract/index.ts";
import { type AttributePath, attributePaths, loadSchema } from "../../clouds/schema/index.ts";

/** Lists are written with `[]` after a structure and without after a plain value; both spellings mean the same path. */
export const plain = (path: string): string => path.replaceAll("[]", "");

/** Words that name a place, or a way out to one; wider than what the catalogue itself warns of. */
const words = new Set(
  "region regions zone zones location locations datacenter datacenters dc country continent geo geoloc city site sites pop subregion place endpoint endpoints url urls uri host hosts hostname domain destination routed redirect issuer target origin".split(
    " ",
  ),
);
const harmless = new Set(["target_spec", "destination_port"]);

export const locationLike = (at: AttributePath): boolean =>
  at.settable &&
  !at.path.startsWith("timeouts") &&
  !harmless.has(at.name) &&
  (at.name.split("_").some((word) => words.has(word)) || /configuration(\[\])?\.value$/.test(at.path));

/** Every path that an entry speaks of, whatever it says of it. */
function mentions(placement: Placement): readonly string[] {
  const paths = [
    ...(placement.sends ?? []).map((sending) => sending.path),
    ...(placement.zones ?? []),
    ...(placement.told ?? []),
    ...Object.keys(placement.notPlaces ?? {}),
  ];
  if (placement.by === "attribute") paths.push(...placement.paths, ...(placement.parent === undefined ? [] : [placement.parent.path]));
  if (placement.by === "provider") paths.push(...(placement.paths ?? []));
  if (placement.by === "parent") paths.push(placement.path);
  if (placement.by === "order")
    paths.push(...(placement.codes ?? []), ...placement.lists.flatMap((list) => [`${list}.label`, `${list}.value`]));
  return paths.filter((path) => path !== "").map(plain);
}

/** The schema of a cloud, and what its types have that an entry should speak of. */
export function mentionsOf(cloud: string) {
  const schema = loadSchema(cloud);
  const pathsOf = (type: string): readonly AttributePath[] => {
    const declared = type.startsWith("data.") ? schema.dataSource(type.slice("data.".length)) : schema.resource(type);
    if (declared === undefined) throw new Error(`${type} is not in the schema`);
    return [...attributePaths(declared.block)];
  };
  const pathOf = (type: string, path: string): AttributePath | undefined => pathsOf(type).find((at) => plain(at.path) === plain(path));
  /** Location-like paths of a type that its entry does not mention. A structure is spoken of when one of its members is, or when it is as a whole. */
  const unspoken = (type: string, placement: Placement): readonly string[] => {
    const spoken = mentions(placement);
    return pathsOf(type)
      .filter(locationLike)
      .map((at) => at.path)
      .filter(
        (path) =>
          !spoken.some((known) => known === plain(path) || known.startsWith(`${plain(path)}.`) || plain(path).startsWith(`${known}.`)),
      );
  };
  return { schema, pathsOf, pathOf, unspoken };
}
