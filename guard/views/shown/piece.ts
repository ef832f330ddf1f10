import type { Json } from "../../values/json.ts";
import { afterBlanks, decoded, OPEN_LIST, OPEN_OBJECT, QUOTE } from "./bytes.ts";
import { Members, textsAhead } from "./members.ts";
import type { ListRange } from "./scan.ts";
import type { Source, Window } from "./source.ts";

/** Kinds of JSON, as far as readers tell them apart. */
export type Kind = "missing" | "null" | "text" | "list" | "object" | "other";

/** One element of a list in a document, of which parts are read by their names. */
export interface Piece {
  /** What stands at a path; undefined: nothing. The empty path is the element itself. */
  part(...path: readonly string[]): Json | undefined;
  text(...path: readonly string[]): string | undefined;
  kind(...path: readonly string[]): Kind;
  /** Whether a member is certainly this text: false where that is not seen at once. Absent: read it. */
  says?(name: string, text: string): boolean;
  /** Several members of it at once. */
  texts(names: readonly string[]): readonly (string | undefined)[];
  kinds(path: readonly string[], names: readonly string[]): readonly Kind[];
  /**
   * What is written under some names of the object at a path, or of what is no object as a whole: where that is the same, the values are the same.
   */
  alike(path: readonly string[], names: readonly string[]): string;
}

export interface Pieces {
  readonly length: number;
  at(index: number): Piece;
  /** Texts that stand near the beginning of an element, found without reading the rest. */
  texts(index: number, names: readonly string[]): readonly (string | undefined)[];
}

/** Elements that have been parsed already. */
export function piecesOf(list: readonly Json[]): Pieces {
  return {
    length: list.length,
    at: (index) => new Parsed(list[index] ?? null),
    texts: (index, names) => new Parsed(list[index] ?? null).texts(names),
  };
}

/** Elements that are parsed together, when the first of them is asked for. */
export function parsedWhenAsked(source: Source, { from, to, starts }: ListRange): Pieces {
  let parsed: Pieces | undefined;
  const all = (): Pieces => {
    parsed ??= piecesOf(JSON.parse(`[${source.view(from, to).toString("utf8")}]`) as readonly Json[]);
    return parsed;
  };
  return {
    length: starts.length,
    at: (index) => all().at(index),
    texts: (index, names) => all().texts(index, names),
  };
}

export const pieceOf = (json: Json): Piece => new Parsed(json);

class Parsed implements Piece {
  readonly #json: Json;
  constructor(json: Json) {
    this.#json = json;
  }
  part(...path: readonly string[]): Json | undefined {
    let at: Json | undefined = this.#json;
    for (const name of path) {
      if (typeof at !== "object" || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
      at = (at as { readonly [key: string]: Json })[name];
    }
    return at;
  }
  text(...path: readonly string[]): string | undefined {
    const found = this.part(...path);
    return typeof found === "string" ? found : undefined;
  }
  kind(...path: readonly string[]): Kind {
    const found = this.part(...path);
    if (found === undefined) return "missing";
    if (found === null) return "null";
    if (Array.isArray(found)) return "list";
    return typeof found === "object" ? "object" : typeof found === "string" ? "text" : "other";
  }
  texts(names: readonly string[]): readonly (string | undefined)[] {
    return names.map((name) => this.text(name));
  }
  kinds(path: readonly string[], names: readonly string[]): readonly Kind[] {
    return names.map((name) => this.kind(...path, name));
  }

  alike(path: readonly string[], names: readonly string[]): string {
    const at = this.part(...path);
    if (at === undefined) return "";
    if (typeof at !== "object" || at === null || Array.isArray(at)) return JSON.stringify(at);
    let all = "{";
    // No JSON has a line break of its own.
    for (const name of names) all += Object.hasOwn(at, name) ? `${JSON.stringify((at as { readonly [key: string]: Json })[name])}\n` : "\n";
    return all;
  }
}

/** Elements that stand in the document, and are looked at when somebody asks. */
export class Written implements Pieces {
  readonly #source: Source;
  readonly #range: ListRange;
  readonly #members = new Members();
  #noted = -1;
  /** Where they were noted. */
  #in: Window | undefined;

  constructor(source: Source, range: ListRange) {
    this.#source = source;
    this.#range = range;
  }

  get length(): number {
    return this.#range.starts.length;
  }

  at(index: number): Piece {
    return new WrittenPiece(this, index);
  }

  /** The members of one element, until those of another are asked for; undefined: it is no object. */
  members(index: number): Members | undefined {
    if (this.#noted === index && this.#in?.gone === false && !this.#members.areGone) return this.#members;
    const window = this.#window(index);
    const first = afterBlanks(window.bytes, (this.#range.starts[index] as number) - window.from);
    if (window.bytes[first] !== OPEN_OBJECT) return undefined;
    this.#members.note(window.bytes, first, window.steps);
    this.#noted = index;
    this.#in = window;
    return this.#members;
  }

  texts(index: number, names: readonly string[]): readonly (string | undefined)[] {
    const { bytes, from } = this.#window(index);
    const first = afterBlanks(bytes, (this.#range.starts[index] as number) - from);
    return bytes[first] === OPEN_OBJECT ? textsAhead(bytes, first, names) : names.map(() => undefined);
  }

  #window(index: number): Window {
    return this.#source.window(this.#range.starts[index] as number, this.#range.ends[index] as number);
  }

  bytes(index: number): Buffer {
    return this.#source.view(this.#range.starts[index] ?? 0, this.#range.ends[index] ?? 0);
  }
}

class WrittenPiece implements Piece {
  readonly #list: Written;
  readonly #index: number;

  constructor(list: Written, index: number) {
    this.#list = list;
    this.#index = index;
  }

  part(...path: readonly string[]): Json | undefined {
    if (path.length === 0) return JSON.parse(decoded(this.#list.bytes(this.#index), "utf8")) as Json;
    const members = this.#list.members(this.#index);
    const found = members === undefined ? -1 : members.at(path);
    return members === undefined || found < 0 ? undefined : members.json(found);
  }

  text(...path: readonly string[]): string | undefined {
    const members = this.#list.members(this.#index);
    const found = members === undefined ? -1 : members.at(path);
    return members !== undefined && found >= 0 && members.begins(found) === QUOTE ? members.text(found) : undefined;
  }

  kind(...path: readonly string[]): Kind {
    return kindOf(path.length === 0 ? this.#first() : this.#begins(path));
  }

  texts(names: readonly string[]): readonly (string | undefined)[] {
    const members = this.#list.members(this.#index);
    if (members === undefined) return names.map(() => undefined);
    const found = members.each([], names);
    return names.map((_, at) => {
      const member = found[at] as number;
      return member >= 0 && members.begins(member) === QUOTE ? members.text(member) : undefined;
    });
  }

  kinds(path: readonly string[], names: readonly string[]): readonly Kind[] {
    const members = this.#list.members(this.#index);
    if (members === undefined) return names.map(() => "missing");
    const found = members.each(path, names);
    return names.map((_, at) => {
      const member = found[at] as number;
      return kindOf(member < 0 ? undefined : members.begins(member));
    });
  }

  says(name: string, text: string): boolean {
    return this.#list.members(this.#index)?.says(name, text) === true;
  }

  alike(path: readonly string[], names: readonly string[]): string {
    const members = this.#list.members(this.#index);
    return members === undefined ? decoded(this.#list.bytes(this.#index), "latin1") : members.alike(path, names);
  }

  #first(): number | undefined {
    const bytes = this.#list.bytes(this.#index);
    return bytes[afterBlanks(bytes, 0)];
  }

  #begins(path: readonly string[]): number | undefined {
    const members = this.#list.members(this.#index);
    const found = members === undefined ? -1 : members.at(path);
    return members === undefined || found < 0 ? undefined : members.begins(found);
  }
}

function kindOf(first: number | undefined): Kind {
  switch (first) {
    case undefined:
      return "missing";
    case 0x6e:
      return "null";
    case QUOTE:
      return "text";
    case OPEN_LIST:
      return "list";
    case OPEN_OBJECT:
      return "object";
    default:
      return "other";
  }
}
