/** Decides whether props fit their shapes, and finds what of them does not. */
import { Token } from "cdktf";
import { editDistance } from "../../clouds/contract/edit-distance.ts";
import { nearest } from "../../guard/written/nearest.ts";
import { isRecord } from "../../guard/written/shape.ts";
import { hasKeys, isA, type Keys, namesOf, type Shape } from "./shape.ts";

/** Keys from the props inwards, indexes as `[0]`. */
type Path = readonly string[];

/** The first thing that does not fit; `owner` is whose keys they are. */
export type Misfit = { readonly path: Path } & (
  | { readonly is: "unknown key"; readonly owner: string; readonly key: string; readonly known: readonly string[]; readonly meant?: string }
  | { readonly is: "missing keys"; readonly owner: string; readonly keys: readonly string[] }
  | { readonly is: "no list" | "no object"; readonly value: unknown }
  | { readonly is: "another kind"; readonly value: unknown; readonly shape: string }
  | { readonly is: "none of several"; readonly value: unknown; readonly shapes: readonly Shape[]; readonly meant?: string }
);

export function misfitOfKeys(given: Readonly<Record<string, unknown>>, keys: Keys, path: Path, owner: string): Misfit | undefined {
  const shapes = new Map(Object.entries(keys).map(([key, shape]) => [key.replace(/\?$/, ""), { shape, needed: !key.endsWith("?") }]));
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const known = shapes.get(key);
    if (known === undefined) {
      const all = [...namesOf(keys)].sort();
      return { path, is: "unknown key", owner, key, known: all, ...guess(meantKey(key, all)) };
    }
    const misfit = misfitOf(value, known.shape, [...path, key]);
    if (misfit !== undefined) return misfit;
  }
  const missing = [...shapes].filter(([key, { needed }]) => needed && given[key] === undefined).map(([key]) => key);
  return missing.length === 0 ? undefined : { path, is: "missing keys", owner, keys: missing };
}

function misfitOf(value: unknown, shape: Shape, path: Path): Misfit | undefined {
  // Known to the engine only: whoever makes it answers for its kind.
  if (Token.isUnresolved(value)) return undefined;
  if (Array.isArray(shape)) return misfitOfAll(value, shape as readonly Shape[], path);
  if (typeof shape === "string") return isA(shape, value) ? undefined : { path, is: "another kind", value, shape };
  if ("list" in shape) {
    if (!Array.isArray(value)) return { path, is: "no list", value };
    return first(value.entries(), ([index, member]) => misfitOf(member, shape.list, [...path, `[${index}]`]));
  }
  if (!isRecord(value)) return { path, is: "no object", value };
  if (hasKeys(shape)) return misfitOfKeys(value, shape.keys, path, path.findLast((key) => !key.startsWith("[")) ?? "it");
  const { table } = shape as { readonly table: Shape };
  return first(Object.entries(value), ([key, member]) => (member === undefined ? undefined : misfitOf(member, table, [...path, key])));
}

/** It fits none of several: what is told is of the one that was most likely meant. */
function misfitOfAll(value: unknown, shapes: readonly Shape[], path: Path): Misfit | undefined {
  const inside: Misfit[] = [];
  for (const shape of shapes) {
    const misfit = misfitOf(value, shape, path);
    if (misfit === undefined) return undefined;
    if (misfit.path.length > path.length || (hasKeys(shape) && isRecord(value))) inside.push(misfit);
  }
  const [likeliest] = inside.sort((a, b) => b.path.length - a.path.length || likeliness(b) - likeliness(a));
  if (likeliest !== undefined) return likeliest;
  const literals = shapes.flatMap((shape) => (typeof shape === "string" && shape.startsWith("'") ? [shape.slice(1, -1)] : []));
  return { path, is: "none of several", value, shapes, ...guess(typeof value === "string" ? nearest(value, literals)[0] : undefined) };
}

const likeliness = (misfit: Misfit): number => ("meant" in misfit ? 2 : misfit.is === "missing keys" ? 1 : 0);

const guess = (meant: string | undefined): { readonly meant?: string } => (meant === undefined ? {} : { meant });

/** Half of the letters may differ where words are long; names of props are short, and a wrong guess is worse than none. */
const meantKey = (key: string, known: readonly string[]): string | undefined =>
  nearest(key, known).find((one) => editDistance(key.toLowerCase(), one.toLowerCase()) <= Math.max(2, key.length / 3));

function first<T>(all: Iterable<T>, misfit: (one: T) => Misfit | undefined): Misfit | undefined {
  for (const one of all) {
    const found = misfit(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
