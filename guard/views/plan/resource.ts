import type { Json } from "../../values/json.ts";
import type { Env } from "../../values/scope.ts";
import type { Piece } from "../shown/piece.ts";
import { field } from "./document.ts";
import type { Layers } from "./layers.ts";
import { unfold } from "./unfold.ts";

/** A resource or data source of a plan or a state. */
export interface Resource {
  readonly kind: "resource" | "data";
  /** `managed`, `data`, `ephemeral`. */
  readonly mode: string | undefined;
  readonly address: string;
  /** Address of the module instance; empty for the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string | undefined;
  /** What is said of one attribute of the first level. */
  about(attribute: string): Layers;
  /** All that is known of it. */
  whole(): Json | undefined;
  readonly leaves?: "destroyed" | "forgotten";
  /** Set when it exists already and is taken over. */
  readonly importing?: Json | undefined;
  /** What it takes the place of, and which goes on existing. */
  readonly replaced?: Resource;
  /** The provider has read it: what it says is no longer what was written. */
  readonly answered?: true;
  /** Only what is written of it is known, and a plan does not show dynamic blocks. */
  readonly unread?: true;
  /** A text that is the same only where everything that is said of these attributes is the same; absent: it is like no other. */
  alike?(attributes: readonly string[]): string;
}

/** Where the three trees of a resource stand in the element that says them. */
export interface Trees {
  readonly value: readonly string[];
  /** Undefined: nothing is unknown. */
  readonly unknown: readonly string[] | undefined;
  readonly sensitive: readonly string[];
  /** What is unknown where nothing says it. */
  readonly otherwise?: true;
  /** The same thing before it is changed in place; absent: it is made, or is what it was. */
  readonly was?: Pick<Trees, "value" | "sensitive">;
}

type Said = Pick<Resource, "kind" | "mode" | "address" | "module" | "type" | "name" | "provider" | "leaves" | "importing" | "replaced">;

/** One of which the trees are parsed when somebody looks into them: of alike resources, only the first is. */
export class ReadResource implements Resource {
  readonly kind: Resource["kind"];
  readonly mode: string | undefined;
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string | undefined;
  readonly leaves?: "destroyed" | "forgotten";
  readonly importing?: Json | undefined;
  readonly replaced?: Resource;
  readonly answered?: true;
  readonly #piece: Piece;
  readonly #trees: Trees;
  #about: Map<string, Layers> | undefined;

  constructor(said: Said, piece: Piece, trees: Trees, answered = false) {
    this.kind = said.kind;
    this.mode = said.mode;
    this.address = said.address;
    this.module = said.module;
    this.type = said.type;
    this.name = said.name;
    this.provider = said.provider;
    if (said.leaves !== undefined) this.leaves = said.leaves;
    if (said.importing !== undefined) this.importing = said.importing;
    if (said.replaced !== undefined) this.replaced = said.replaced;
    if (answered) this.answered = true;
    this.#piece = piece;
    this.#trees = trees;
  }

  about(attribute: string): Layers {
    this.#about ??= new Map();
    let found = this.#about.get(attribute);
    if (found === undefined) {
      found = this.#read(attribute);
      this.#about.set(attribute, found);
    }
    return found;
  }

  whole(): Json | undefined {
    return this.#piece.part(...this.#trees.value);
  }

  alike(attributes: readonly string[]): string {
    const { value, unknown, sensitive, was } = this.#trees;
    const said = (path: readonly string[] | undefined): string => (path === undefined ? "" : this.#piece.alike(path, attributes));
    return `${said(value)}\n${said(unknown)}\n${said(sensitive)}\n${said(was?.value)}\n${said(was?.sensitive)}\n${value.at(-1)}${this.answered ?? ""}`;
  }

  #read(attribute: string): Layers {
    const { value, unknown, sensitive, otherwise, was } = this.#trees;
    const said = this.#tree(value, attribute);
    // Where there is no value, that something is unknown counts, whatever it is.
    const open =
      (unknown === undefined ? undefined : this.#tree(unknown, said === undefined || said === null ? undefined : attribute)) ?? otherwise;
    return {
      value: said,
      unknown: open,
      sensitive: this.#tree(sensitive, attribute),
      ...(was !== undefined &&
        saysAny(open) && {
          was: { value: this.#tree(was.value, attribute), unknown: undefined, sensitive: this.#tree(was.sensitive, attribute) },
        }),
    };
  }

  /** A tree, of an object only this member. */
  #tree(path: readonly string[], attribute: string | undefined): Json | undefined {
    if (attribute === undefined || this.#piece.kind(...path) !== "object") return this.#piece.part(...path);
    const part = this.#piece.part(...path, attribute);
    return part === undefined ? {} : { [attribute]: part };
  }
}

/** Whether anything is said to be unknown. */
const saysAny = (open: Json | undefined): boolean =>
  open === true || (typeof open === "object" && open !== null && Object.keys(open).length > 0);

/** One of which there is what is written alone: constants are known, everything else is not. @param names of its module, as far as they are known */
export const writtenResource = (said: Said, expressions: Json | undefined, names: Env | undefined): Resource => ({
  ...said,
  unread: true,
  whole: () => undefined,
  about(attribute) {
    const { value, unknown } = unfold(field(expressions, attribute) ?? {}, names, 1);
    return { value: { [attribute]: value }, unknown: { [attribute]: unknown }, sensitive: undefined };
  },
});
