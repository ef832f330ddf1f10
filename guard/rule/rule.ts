import type { Sourced } from "../../catalogue/index.ts";
import type { RuleContext, SortContext } from "../hearing/rule-context.ts";
import type { SubjectKind, Reading as Values } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import type { Chain } from "../values/value.ts";

/** What any resource says, whatever its cloud calls it. */
export interface CommonFacts {
  /** Id of the company that runs it, `ovhcloud`. */
  readonly operator: string;
  /** The operator's own code of the region. */
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** At rest: proved by an attribute, or by the operator's own claim. */
  readonly encrypted: boolean;
  /** Reached from the public internet. */
  readonly public: boolean;
}

/**
 * Facts per concept, as rules read them: what the clouds' readings state. Companies add their own concepts by declaration merging:
 * `declare module "terroir/guard" { interface ConceptFacts { queue: CommonFacts & { … } } }`.
 */
export interface ConceptFacts {
  auditLog: CommonFacts & { readonly retentionDays: number };
  backup: CommonFacts & { readonly retentionDays: number };
  bucket: CommonFacts & { readonly versioned: boolean; readonly locked: boolean; readonly retentionDays: number };
  cluster: CommonFacts & { readonly version: string };
  database: CommonFacts & {
    readonly engine: string;
    readonly version: string;
    readonly nodes: number;
    readonly backupDays: number;
    readonly deletionProtected: boolean;
  };
  fileShare: CommonFacts & { readonly size: number };
  firewall: CommonFacts;
  identity: CommonFacts;
  instance: CommonFacts & { readonly flavour: string; readonly image: string };
  keyRing: CommonFacts;
  loadBalancer: CommonFacts;
  network: CommonFacts;
  privateAccess: CommonFacts;
  registry: CommonFacts;
  secretStore: CommonFacts;
  volume: CommonFacts & { readonly size: number };
}

/** What a rule is asked about: a concept, or kinds of subjects. */
export type On = keyof ConceptFacts | SubjectKind | readonly SubjectKind[];
export type FactsOn<O extends On> = O extends keyof ConceptFacts ? ConceptFacts[O] : CommonFacts;

/** Said aloud, so that a forgotten `return` is a compile error and never a silent pass. */
export const pass: unique symbol = Symbol.for("terroir.pass");

/** A change that would satisfy a rule, where it is mechanical: an attribute and the value that it should have. */
export interface Edit {
  /** As the finding's path: an attribute of the resource. */
  readonly path: string;
  readonly value: Json;
}

/** Why a rule refuses. Its form is that of the message: what, what would be accepted, what to do. */
export interface Refusal {
  /** Follows the subject in a sentence: `keeps deleted objects for 7 days`. */
  readonly because: string;
  /** `at least 30 days`. */
  readonly want?: string;
  /** The prop or attribute to change, and to what. */
  readonly fix: string;
  /** The attribute that decided. */
  readonly path?: string;
  /** The value that decided. */
  readonly value?: string;
  readonly chain?: Chain;
  /** The change by which `fix` is done, where a program can do it. */
  readonly edit?: Edit;
  /** `undecided`: it cannot be known, which is refused as well. @default "outside" */
  readonly verdict?: "outside" | "undecided";
}

/** Accepted, or not meant, for a reason that a reader should see. */
export interface Note {
  readonly verdict: "inside" | "not-applicable";
  readonly because: string;
  readonly path?: string;
  readonly value?: string;
  readonly chain?: Chain;
  /** What it rests on, where that is no attribute: `claim`, somebody's word; `nothing`, nobody says anything. */
  readonly shows?: "claim" | "nothing";
  /** Where the claim stands, and when it was read. */
  readonly claim?: Sourced;
}

export type Ruling = typeof pass | Refusal | Note | readonly [Refusal | Note, ...(Refusal | Note)[]];

/** Passes, and says why in the report. */
export const note = (because: string, more: Omit<Note, "verdict" | "because"> = {}): Note => ({ verdict: "inside", because, ...more });

/** The rule has nothing to say about this subject, and the report says why. */
export const notApplicable = (because: string, more: Omit<Note, "verdict" | "because"> = {}): Note => ({
  verdict: "not-applicable",
  because,
  ...more,
});

/** The rule does not concern this subject, and there is nothing to say about that. */
export const nothingToJudge: Note = { verdict: "not-applicable", because: "" };

/** What cannot be known is refused. */
export const undecided = (refusal: Omit<Refusal, "verdict">): Refusal => ({ ...refusal, verdict: "undecided" });

/** All refusals and notes of several checks; nothing at all is a pass. */
export function all(rulings: readonly (Refusal | Note)[]): Ruling {
  const [first, ...rest] = rulings;
  return first === undefined ? pass : [first, ...rest];
}

/** A subject as a rule sees it. What it reads and nobody can know leaves the rule by itself: the verdict is `undecided`, the author writes nothing. */
export interface RuleSubject<F = CommonFacts> {
  readonly kind: SubjectKind;
  readonly address: string;
  readonly type: string;
  readonly constructPath?: string | undefined;
  /** A fact; `otherwise` when the resource does not say, and without it: undecided. */
  read<K extends keyof F & string>(fact: K, otherwise?: F[K]): F[K];
  /** The value of an attribute by the provider's own name, undefined when absent. A path that gives several values: the rule is asked once for each. */
  attribute(path: string): Json | undefined;
  /** Every value at a path, for rules that treat what is not known themselves. */
  values(path: string): readonly Values[];
}

/**
 * Who asks for a rule. `demanded`: every policy, the default one included. `on request`: it runs when the policy demands it or sets its parameters,
 * when a profile does, or when whoever checks names it; until then the report lists it as not applied.
 */
export type Level = "demanded" | "on request";

export type RuleOptions = Readonly<Record<string, boolean | number | string | readonly string[] | readonly number[]>>;

/** A configuration in Terraform's JSON, as `cdk.tf.json` has it: the rule must judge exactly one of its subjects so. */
export type TerraformExample = { readonly [section: string]: Json };

/** For concepts: the facts. For everything else: a configuration. */
export type Example<O extends On> = O extends keyof ConceptFacts ? Partial<ConceptFacts[O]> : TerraformExample;

/** What a rule accepts and refuses, by name: its tests and its page. */
export interface Examples<O extends On, Fails extends string = string> {
  readonly passes: Readonly<Record<string, Example<O>>>;
  /** At least one: a rule that nothing fails checks nothing. */
  readonly fails: Readonly<Record<Fails, Example<O>>>;
  /** What the rule cannot know and so refuses. */
  readonly undecided?: Readonly<Record<string, Example<O>>>;
}

/** What its author writes: the promise, the reason, the check, and examples which are its tests and its page. */
export interface RuleDefinition<Id extends string, O extends On, P extends RuleOptions, Fails extends string> {
  readonly id: Id;
  /** The promise, one sentence. */
  readonly title: string;
  readonly why: string;
  /** Who asks for it: `ISO27001:A.8.13`. */
  readonly controls?: readonly string[];
  readonly on: O;
  /** @default "demanded" */
  readonly level?: Level;
  /**
   * Id of a rule that says all that this one says, and more: where that one runs, this one does not. For a part that belongs to another family as well,
   * so that whoever asks for that family alone does not pass over it.
   */
  readonly within?: string;
  /**
   * Whether it concerns subjects of this sort at all: asked once for all resources of one type under one provider block, so that a type without the
   * fact costs nothing. It may look at placement, reading and provider, never at a value. @default every subject that `on` names
   */
  readonly when?: (sort: SortContext) => boolean;
  /** Parameters with their defaults; a policy sets them by the rule's id. */
  readonly options?: P;
  check(subject: RuleSubject<FactsOn<O>>, options: P, cx: RuleContext): Ruling;
  readonly examples: Examples<O, Fails> &
    ([Fails] extends [never] ? { readonly fails: { readonly "say at least one": Example<O> } } : unknown);
}

/** A rule, whatever its subject. */
export interface Rule<Id extends string = string, P extends RuleOptions = RuleOptions> {
  readonly id: Id;
  readonly title: string;
  readonly why: string;
  readonly controls: readonly string[];
  readonly on: On;
  readonly level: Level;
  readonly within?: string;
  readonly when?: (sort: SortContext) => boolean;
  readonly options: P;
  readonly examples: Examples<On>;
  check(subject: RuleSubject, options: RuleOptions, cx: RuleContext): Ruling;
}
