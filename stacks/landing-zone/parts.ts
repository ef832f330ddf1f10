import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import type { Concepts, Place } from "../../clouds/contract/index.ts";

/**
 * What a landing zone can do without, each said aloud: `wayOut`, the networks' gateway, without which they are closed both ways and its machines fetch nothing; `second`, a second place, and with it `copies`, of buckets and backups there; `secretKey`, a key of your own for the secrets; `identities`, for machines and
 * groups of people; `bucketGrants`, of buckets to identities; `auditLog`, the locked archive; `signIn` to clusters with your directory; and the
 * constructs that not every cloud sells, by the names of their concepts.
 */
export type Part =
  | "wayOut"
  | "second"
  | "copies"
  | "secretKey"
  | "identities"
  | "bucketGrants"
  | "auditLog"
  | "signIn"
  | "cluster"
  | "database"
  | "keyRing"
  | "secretStore";

/** Parts that can stand at another place than the rest. */
export type MovablePart = "database" | "keyRing" | "secretStore";

/** Parts that can run on machines of one's own, where the place sells none as a service. */
export type SelfRunPart = "database";

/** The concepts that a place has to offer for each part. */
interface Needs {
  wayOut: never;
  second: never;
  copies: never;
  secretKey: never;
  identities: "identity" | "access";
  bucketGrants: never;
  auditLog: never;
  signIn: never;
  cluster: "cluster";
  database: "database";
  keyRing: "keyRing";
  secretStore: "secretStore";
}

/** What a landing zone needs of its place, less the parts that it does without or has elsewhere. */
export type Needed<W extends Part> = "bucket" | "network" | "privateAccess" | Needs[Exclude<Part, W>];

/** What a part needs of the place at which it stands by itself. */
export type NeededBy<M extends MovablePart> = M extends "database"
  ? "database" | "network" | "identity" | "access"
  : M | "identity" | "access";

/** What a part makes: there for sure, unless the landing zone may do without it. */
export type Unless<W extends Part, K extends Part, T> = K extends W ? T | undefined : T;

const CONCEPTS: Readonly<Partial<Record<Part, readonly (keyof Concepts)[]>>> = {
  identities: ["identity", "access"],
  cluster: ["cluster"],
  database: ["database"],
  keyRing: ["keyRing"],
  secretStore: ["secretStore"],
};

/** One thing that a landing zone was asked to do without. */
export interface LeftOut {
  /** By the name that `without` has for it. */
  readonly part: Part;
  /** What would have been there: `spoke-shop: postgresql 17`. */
  readonly what: string;
  /** Why the place has none, and what does instead, where its cloud says so. */
  readonly instead: string;
}

/** One part that stands at another place than the rest. */
export interface Moved {
  /** By the name that `elsewhere` has for it. */
  readonly part: MovablePart;
  /** What stands there: `spoke-shop: postgresql 17`. */
  readonly what: string;
  /** `ovh:GRA11`; `instances`: on machines of your own, which you look after. */
  readonly at: string;
}

/** What is not as one would expect: left out, or elsewhere. Empty where the place has all. */
export interface LandingReport {
  /** What it was asked to do without, and what does instead. */
  readonly leftOut: readonly LeftOut[];
  /** What stands at another place than the rest, or on machines. */
  readonly elsewhere: readonly Moved[];
}

/** The parts that a landing zone has, and the account of those that it has not. */
export class Parts {
  readonly #without: ReadonlySet<Part>;
  readonly #at: Place;
  readonly leftOut: LeftOut[] = [];
  readonly elsewhere: Moved[] = [];

  constructor(self: IConstruct, at: Place, without: readonly Part[], moved: readonly MovablePart[]) {
    this.#without = new Set(without);
    this.#at = at;
    const lacking = (Object.keys(CONCEPTS) as Part[]).filter(
      (part) =>
        !this.#without.has(part) &&
        !moved.includes(part as MovablePart) &&
        (CONCEPTS[part] ?? []).some((concept) => !(concept in at.offers)),
    );
    const [first] = lacking;
    if (first !== undefined)
      throw withoutTrace(
        new InputError(
          `${self.node.path}: ${at.id} offers no ${lacking.join(", ")}. ${this.#instead(first)} Say that you do without, { without: [${lacking.map((part) => `"${part}"`).join(", ")}] }, or have it elsewhere, { elsewhere: { ${first}: … } }, or choose another place.`,
        ),
      );
  }

  /** Whether a part is there; what would have been is remembered when it is not. */
  has(part: Part, what: string): boolean {
    if (!this.#without.has(part)) return true;
    this.leftOut.push({ part, what, instead: this.#instead(part) });
    return false;
  }

  #instead(part: Part): string {
    const [concept] = CONCEPTS[part] ?? [];
    const absent = concept === undefined ? undefined : this.#at.cloud.absent?.[concept];
    return absent === undefined ? "" : `${absent.because} ${absent.instead}`;
  }
}
