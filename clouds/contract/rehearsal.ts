/**
 * What a provider's schema does not say about a cloud's behaviour, for the simulated provider: which change makes a new resource, what the
 * cloud fills in, what it refuses. Facts only; everything is optional, and what is not said follows from names and types.
 */
export interface RehearsalOverlay {
  /**
   * Terraform plugin protocol that the real provider speaks. 5 cannot carry nested attributes.
   * @default 6
   */
  readonly protocol?: 5 | 6;
  /** Attributes whose change makes a new resource, in every type that has them. */
  readonly replaces?: readonly string[];
  /** Values that the cloud knows, by attribute name, in every type that has the attribute: anything else is refused as the cloud would. */
  readonly known?: Readonly<Record<string, KnownValues>>;
  /** By resource type. */
  readonly resources?: Readonly<Record<string, ResourceBehaviour>>;
  /** What the provider's own code refuses although its schema takes it, by resource type. */
  readonly checks?: Readonly<Record<string, ProviderChecks>>;
  /** Answers by data source: computed attributes from the configuration. What an answer leaves out is invented by name and type. */
  readonly dataSources?: Readonly<Record<string, (config: SimulatedObject, cx: AnswerContext) => SimulatedObject>>;
  /** Provider-defined functions. A function that is missing here is refused when called. */
  readonly functions?: Readonly<Record<string, (...args: readonly SimulatedValue[]) => SimulatedValue>>;
  /** What each environment of a fresh world holds before anything is applied, by attribute name: the region where computed regions are, the account id. */
  readonly inventions?: Readonly<Record<string, (cx: AnswerContext) => SimulatedValue>>;
}

/** A value as a provider sees it: JSON, with numbers beyond 2^53 as decimal text. */
export type SimulatedValue = null | boolean | number | string | readonly SimulatedValue[] | SimulatedObject;
export interface SimulatedObject {
  readonly [attribute: string]: SimulatedValue;
}

/** The values that a cloud accepts for an attribute, and the words with which it refuses others. */
export interface KnownValues {
  readonly what: string;
  /** A regular expression for further values: families whose members change from month to month. */
  readonly pattern?: string;
  readonly values: readonly string[] | (() => readonly string[]);
}

/** What a provider's code checks of a configuration before it asks the cloud for anything, so that `validate` refuses it without an account. */
export interface ProviderChecks {
  /** Where it was read: repository, file, and the commit of the version that was read, where it is known. */
  readonly source: string;
  /** Day of reading, as YYYY-MM-DD. */
  readonly seen: string;
  /** Accepted values, by top-level attribute or dotted path. */
  readonly known?: Readonly<Record<string, KnownValues>>;
  readonly demands?: readonly Demand[];
}

/** One demand on a configuration. Names are of top-level attributes, or of those in every object at the dotted path `at`. */
export type Demand = { readonly at?: string } & (
  | { readonly exactlyOneOf: readonly string[] }
  | { readonly atLeastOneOf: readonly string[] }
  /** Where `given` is written, the others must be, or must not. */
  | { readonly given: string; readonly requires?: readonly string[]; readonly conflictsWith?: readonly string[] }
  /** A text: a regular expression that it matches, and how many characters it has. */
  | { readonly text: string; readonly form?: string; readonly length?: readonly [least: number, most: number] }
  | { readonly number: string; readonly between: readonly [least: number, most: number] }
  | { readonly number: string; readonly oneOf: readonly number[] }
);

export interface ResourceBehaviour {
  /** Top-level attributes or blocks whose change makes a new resource. */
  readonly replaces?: readonly string[];
  /** Attributes in the cloud-wide `replaces` that this type changes in place. */
  readonly keeps?: readonly string[];
  /** Attributes that the cloud sets again with every change (`updated_at`). */
  readonly recomputed?: readonly string[];
  /** What an optional computed attribute becomes when the configuration is silent; known in the plan. */
  readonly defaults?: SimulatedObject;
  /** What a computed attribute becomes when the resource is made, from the other attributes. */
  readonly fills?: Readonly<Record<string, SimulatedValue | ((attributes: SimulatedObject, cx: AnswerContext) => SimulatedValue)>>;
  /** Accepted values by top-level attribute or dotted path through single blocks; overrides the cloud-wide table. */
  readonly known?: Readonly<Record<string, KnownValues>>;
  /** Attributes that no two living resources of the type may share, together. */
  readonly unique?: readonly string[];
  /** Attributes that an import id names, in order: `["service_name", "id"]` reads `abc/123`. */
  readonly importId?: readonly string[];
}

/** What an answer may be made from. Everything is deterministic: the same world and question give the same answer. */
export interface AnswerContext {
  /** The provider block as configured, unknown values as null. */
  readonly provider: SimulatedObject;
  /** Hexadecimal text drawn from the world's seed, the question and `salt`. */
  seed(salt: string, length?: number): string;
  /** An id drawn from the world's seed, the question and `salt`. */
  uuid(salt: string): string;
  /** An id of something that was always there, the same whoever asks: a flavour, an image. */
  known(name: string): string;
}
