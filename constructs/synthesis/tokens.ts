import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** Text that is one token and nothing else. */
const ONE_TOKEN = /^\$\{TfToken\[[^\]]+\]\}$/;

/** What the library's references have, which it does not export. */
interface Reference {
  readonly identifier: string;
  readonly originStack?: IConstruct;
  readonly crossStackIdentifier: unknown;
}

/** A reference of this form has nothing in it that the library would look into. */
const PLAIN = /^[\w.*-]+$/;

/** The library's resolver, for one stack. A reference within the stack says the same in every pass: it is read once, and nothing else happens. */
export class Tokens {
  readonly #stack: IConstruct;
  /** Set where something was settled of which the order of keys is not known. */
  loose = false;
  readonly #references = new Map<string, string>();
  /** Whether the library writes a reference as we do; undefined before it was asked. */
  #alike: boolean | undefined;

  constructor(stack: IConstruct) {
    this.#stack = stack;
  }

  /** What a leaf that holds a token means. */
  resolve(leaf: unknown): unknown {
    const reference = typeof leaf === "string" ? this.#reference(leaf) : undefined;
    if (reference !== undefined) return reference;
    const resolved = this.#ask(leaf, false);
    if (typeof resolved === "object" && resolved !== null) this.loose = true;
    return resolved;
  }

  /** Asks a leaf's tokens for what that does: a reference to another stack adds an output there and a data source here. */
  prepare(leaf: unknown): void {
    if (typeof leaf !== "string" || this.#reference(leaf) === undefined) this.#ask(leaf, true);
  }

  #ask(leaf: unknown, preparing: boolean): unknown {
    return Tokenization.resolve(leaf, { scope: this.#stack, resolver: RESOLVER, preparing });
  }

  /** What a text means that is one reference within the stack. */
  #reference(leaf: string): string | undefined {
    const known = this.#references.get(leaf);
    if (known !== undefined) return known;
    if (this.#alike === false || !ONE_TOKEN.test(leaf)) return undefined;
    const [token] = Tokenization.reverseString(leaf).tokens as unknown as readonly (object | undefined)[];
    if (token === undefined || !("crossStackIdentifier" in token) || !("originStack" in token)) return undefined;
    const { identifier, originStack } = token as Reference;
    if (originStack !== this.#stack || typeof identifier !== "string" || !PLAIN.test(identifier)) return undefined;
    const written = `\${${identifier}}`;
    this.#alike ??= this.#ask(leaf, true) === written;
    if (!this.#alike) return undefined;
    this.#references.set(leaf, written);
    return written;
  }
}
