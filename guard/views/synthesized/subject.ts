import type { ProviderRequirement, Reading, SourceLine, Subject, SubjectKind } from "../../subject/infrastructure.ts";
import { blockTerm } from "../../values/block-term.ts";
import type { Json } from "../../values/json.ts";
import { hasPlainKeys, readLiteral } from "../../values/read-literal.ts";
import { readPath, type Standing } from "../../values/read-path.ts";
import type { Env } from "../../values/scope.ts";
import { isObject, type Term, unknownTerm } from "../../values/term.ts";
import type { Openness } from "./openness.ts";
import type { JsonObject } from "./parse-json.ts";
import type { ProviderSource } from "./provider-source.ts";

/** What the reader of a synthesized document says of a thing. */
export interface Described {
  readonly kind: SubjectKind;
  readonly address: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly env: Env;
  readonly provider?: Subject | undefined;
  readonly providerSource?: ProviderSource;
  readonly requirement?: ProviderRequirement;
  readonly stray?: readonly string[];
  readonly uncounted?: readonly string[] | undefined;
  readonly shown?: true;
  readonly leaves?: "unmade";
  readonly openness?: Openness;
  readonly source?: ((constructPath: string) => SourceLine | undefined) | undefined;
}

/** Makes a subject; nothing of its body is looked at before somebody reads a path. */
export function subject(described: Described): Subject {
  return new DocumentSubject(described);
}

/** A class, because there are tens of thousands of them: one shape for all is smaller and faster. */
class DocumentSubject implements Subject {
  readonly kind: SubjectKind;
  readonly address: string;
  readonly type: string;
  readonly providerSource?: string;
  readonly providerHost?: string;
  readonly provider?: Subject;
  readonly requirement?: ProviderRequirement;
  readonly stray?: readonly string[];
  readonly uncounted?: readonly string[];
  readonly shown?: true;
  readonly leaves?: "unmade";
  readonly #body: JsonObject;
  readonly #env: Env;
  readonly #source: Described["source"];
  readonly #openness: Openness | undefined;
  #term: Term | undefined;
  #plain: boolean | undefined;

  constructor(described: Described) {
    this.kind = described.kind;
    this.address = described.address;
    this.type = described.type;
    if (described.providerSource?.source !== undefined) this.providerSource = described.providerSource.source;
    if (described.providerSource?.host !== undefined) this.providerHost = described.providerSource.host;
    if (described.provider !== undefined) this.provider = described.provider;
    if (described.requirement !== undefined) this.requirement = described.requirement;
    if (described.stray !== undefined) this.stray = described.stray;
    if (described.uncounted !== undefined) this.uncounted = described.uncounted;
    if (described.shown !== undefined) this.shown = described.shown;
    if (described.leaves !== undefined) this.leaves = described.leaves;
    this.#body = described.body;
    this.#env = described.env;
    this.#source = described.source;
    this.#openness = described.openness;
  }

  get constructPath(): string | undefined {
    return constructPathOf(this.#body);
  }

  /** Found out for findings only: a trace becomes text when it is read, and that is the dearest part of it. */
  get source(): SourceLine | undefined {
    const path = this.constructPath;
    return path === undefined ? undefined : this.#source?.(path);
  }

  /** Nothing here comes from the provider. */
  written(): boolean {
    return true;
  }

  open(path?: string): boolean {
    if (this.#openness === undefined) return true;
    return path === undefined ? this.#openness.count(this.#body) : this.#openness.at(this.#body, path);
  }

  reaches(types: ReadonlySet<string>, path?: string): boolean {
    const reaching = this.#openness?.reaching(types);
    if (reaching === undefined) return true;
    return path === undefined ? reaching.count(this.#body) : reaching.at(this.#body, path);
  }

  /** Values are remembered where they are computed; readings are made anew, which is cheaper than to keep them all. */
  read(path: string): readonly Reading[] {
    this.#plain ??= hasPlainKeys(this.#body);
    const literal = this.#plain ? readLiteral(this.#body, path, this.address, true) : undefined;
    if (literal !== undefined) return literal;
    this.#term ??= blockTerm(this.#body, this.#env);
    return readPath(this.#term, path).map((standing) => readingOf(standing, this.address));
  }
}

/** The way of a value begins at the attribute itself. */
function readingOf({ path, value }: Standing, address: string): Reading {
  return { path, value: { ...value, chain: [{ at: `${address}.${path}` }, ...value.chain] } };
}

/** A thing of which nothing can be read. */
export function opaqueSubject(
  kind: SubjectKind,
  address: string,
  type: string,
  cause: string,
  providerSource: ProviderSource = {},
): Subject {
  return {
    kind,
    address,
    type,
    ...(providerSource.source === undefined ? {} : { providerSource: providerSource.source }),
    ...(providerSource.host === undefined ? {} : { providerHost: providerSource.host }),
    read: (path) => readPath(unknownTerm(cause, [], [{ at: address }]), path),
  };
}

/** The path that cdktf writes beside every resource: `"//": { "metadata": { "path": … } }`. */
function constructPathOf(body: JsonObject): string | undefined {
  const comment = Object.hasOwn(body, "//") ? body["//"] : undefined;
  const metadata: Json | undefined = isObject(comment) ? comment.metadata : undefined;
  return isObject(metadata) && typeof metadata.path === "string" ? metadata.path : undefined;
}
