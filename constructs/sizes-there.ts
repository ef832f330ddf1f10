import type { MachineSizes, Place } from "../clouds/contract/index.ts";
import { sizeNamed } from "../clouds/contract/machine-size.ts";
import type { Move } from "./moving.ts";

/**
 * A spec as another operator can read it. A size by one operator's own name means nothing at the next: it becomes as many processors and gigabytes, by the
 * table of whoever gave the name, and that is remarked; so is what no table knows, and an image by its id.
 */
export function sizesThere<S>(spec: S, path: string, place: Place, move: Move): S {
  const origins = move.left().filter(({ cloud }) => cloud.name !== place.cloud.name);
  if (origins.length === 0 || !moved(place, move)) return spec;
  const tables = origins.flatMap(({ cloud }) => (cloud.sizes === undefined ? [] : [cloud.sizes]));
  const size = (value: object): object => {
    const name = "name" in value ? String(value.name) : "id" in value ? String(value.id) : undefined;
    if (name === undefined || sizeIn(place.cloud.sizes, name) !== undefined) return value;
    const known = tables.map((table) => sizeIn(table, name)).find((one) => one !== undefined);
    if (known === undefined) {
      move.remark(path, `${name} is one operator's name of a size, of which no table here knows what it is: say { cpus, memory }.`);
      return value;
    }
    const [cpus, memory] = known;
    move.remark(path, `${name} is one operator's name of a size: here it is ${cpus} processors and ${memory} GB of memory.`);
    return { cpus, memory };
  };
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    if (key === "flavour") return size(value);
    if (key === "image" && "id" in value)
      move.remark(path, `The image ${String(value.id)} is one operator's own: name what it is, or bring it there.`);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(spec, "") as S;
}

const sizeIn = (table: MachineSizes | undefined, name: string) => (table === undefined ? undefined : sizeNamed(name, table));

/** What stands where it stood is read as it was written. */
const moved = (place: Place, move: Move): boolean => move.left().every(({ cloud }) => cloud.name !== place.cloud.name);
