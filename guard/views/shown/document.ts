import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { type Pieces, piecesOf, Written } from "./piece.ts";
import type { ListRange, Range, Scan } from "./scan.ts";
import type { Source } from "./source.ts";

/** A document that `show -json` wrote, whatever its size. */
export interface Shown {
  /** Names of its members. */
  readonly names: readonly string[];
  /** A member of it. Lists of resources in it are for `pieces` to read. */
  member(name: string): Json | undefined;
  /** The elements of a list of resources, one at a time. */
  pieces(list: Json | undefined): Pieces;
}

/** One that is in memory as a whole. */
export function shownTree(json: { readonly [key: string]: Json }): Shown {
  return {
    names: Object.keys(json),
    member: (name) => (Object.hasOwn(json, name) ? json[name] : undefined),
    pieces: (list) => piecesOf(Array.isArray(list) ? (list as readonly Json[]) : []),
  };
}

/** More than this beside lists of resources is more than a plan has to say. */
const LARGEST = 256 * 1024 * 1024;

const written = (source: Source, range: ListRange): Pieces => new Written(source, range);

/** One of which only what is asked for is read. @param elements reads a list of resources */
export function shownBytes(source: Source, { members, lists }: Scan, origin: string, elements = written): Shown {
  // Nobody who writes a document knows how its lists are called. Hundred bits and no more: a module for it would take longer than the document.
  const mark = `${Math.random()} ${Math.random()} `;
  const read = new Map<string, Json>();
  return {
    names: [...members.keys()],
    member(name) {
      const range = members.get(name);
      if (range === undefined) return undefined;
      let json = read.get(name);
      if (json === undefined) {
        json = JSON.parse(hollow(source, range, lists, mark, `${origin}: ${name}`)) as Json;
        read.set(name, json);
      }
      return json;
    },
    pieces(list) {
      const [first] = Array.isArray(list) ? (list as readonly Json[]) : [];
      const range = typeof first === "string" && first.startsWith(mark) ? lists[Number(first.slice(mark.length))] : undefined;
      return range === undefined ? piecesOf(Array.isArray(list) ? (list as readonly Json[]) : []) : elements(source, range);
    },
  };
}

/** The text of a member in which each list of resources is called by its number. */
function hollow(source: Source, { from, to }: Range, lists: readonly ListRange[], mark: string, what: string): string {
  const parts: string[] = [];
  let at = from;
  let size = 0;
  const take = (until: number): void => {
    size += until - at;
    if (size > LARGEST)
      throw new InputError(
        `${what} holds more than ${LARGEST / 1024 / 1024} MiB beside its resources, which is nothing that an engine wrote.`,
      );
    parts.push(source.view(at, until).toString("utf8"));
  };
  for (const [number, list] of lists.entries()) {
    if (list.from < from || list.to > to) continue;
    take(list.from);
    if (list.starts.length > 0) parts.push(JSON.stringify(`${mark}${number}`));
    at = list.to;
  }
  take(to);
  return parts.join("");
}
