import type { Value } from "../values/value.ts";
import type { SubjectKind } from "./subject-kinds.ts";

export type { SubjectKind } from "./subject-kinds.ts";

/** The ways to read an infrastructure. All mean the same: a resource gets the same verdict in every view that can see it. */
export type ViewName = "synthesized" | "plan" | "state" | "folder" | "pulumi";

/** Line of the user's program that made a thing. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** What is written of a provider in `required_providers`; null for what is not, absent where the view does not show whether it is. */
export interface ProviderRequirement {
  readonly source?: string | null;
  /** A constraint, `~> 2.19`, `2.19.0`. */
  readonly version: string | null;
}

/** One thing that the guard judges, as a view read it. */
export interface Subject {
  readonly kind: SubjectKind;
  /** As Terraform writes it, module path and instance key included; for others `provider.ovh.us`, `terraform.backend.s3`, `module.m`, a file name. */
  readonly address: string;
  /** Resource type, provider local name, backend type, provisioner type, or module source. */
  readonly type: string;
  /** Source address without host, `ovh/ovh`; absent where nothing in the view says it. */
  readonly providerSource?: string;
  /** Host of the source address when it is none of the two public registries'. */
  readonly providerHost?: string;
  /** The provider configuration that it runs under; absent: none is written, the provider reads its environment. */
  readonly provider?: Subject;
  /** Of a provider: what `required_providers` writes of it; absent where the view does not show that. */
  readonly requirement?: ProviderRequirement;
  /** Of a provider: something runs under it, and the view shows nothing of what it says. */
  readonly hidden?: true;
  /** Of a module: the view shows what is in it, so that only where it comes from is to be judged. */
  readonly shown?: true;
  /** Path of the construct that made it, as cdktf records it. */
  readonly constructPath?: string | undefined;
  readonly source?: SourceLine | undefined;
  /** What is written and its provider's schema does not have, as far as it may name a place; absent: nobody compared them. */
  readonly stray?: readonly string[];
  /**
   * How many of it there are is not known, none among the possibilities: the numbers on which that depends, its own and those of the modules around
   * it, each as it is written where it stands.
   */
  readonly uncounted?: readonly string[] | undefined;
  /** Every value that stands at a path, with the path's own index filled in: `nodes[].region` may give none, one or many. A list that is unknown as a whole gives one unknown. */
  read(path: string): readonly Reading[];
  /** Addresses of the resources that the configuration says an attribute refers to, although its value is known by now. */
  references?(path: string): readonly string[];
  /** The same as the code has it, in a view that reads a plan beside its code. */
  asWritten?(path: string): readonly Reading[];
  /** Whether what stands at a path is the author's word, which the provider has not confirmed; absent: everything is the provider's own. */
  written?(path: string): boolean;
  /**
   * Whether another run may decide otherwise: of what stands at a path, or, without one, of how many of it there are. Absent: the view does not show
   * on what a value depends.
   */
  open?(path?: string): boolean;
  /**
   * Whether anything of these types may have a part in what stands at a path, or, without one, in how many of it there are. Absent: the view does not
   * show it.
   */
  reaches?(types: ReadonlySet<string>, path?: string): boolean;
  /**
   * It is being destroyed, and no rule applies, nor do those on places and operators to a provider and a lookup that serve nothing else; or let go, and
   * stays where it is: only its place and its operator are judged. Or it stands in the code and
   * is not made, unless a run is told otherwise: only what is certainly outside counts.
   */
  readonly leaves?: "destroyed" | "forgotten" | "unmade";
  /** Tells `watch` what is asked of it from now on, until it is told to stop with undefined. */
  watched?(watch: Watch | undefined): void;
  /**
   * A text that two subjects of one kind, type and provider share only when all that they say of these attributes is the same. Undefined, or no such
   * method: the view cannot tell without reading.
   *
   * @param inModule whether it is the same only within one module instance
   */
  alike?(attributes: readonly string[], inModule: boolean): string | undefined;
}

/** What is asked of a subject while it is judged: subjects of which all that was asked is the same are judged the same. */
export interface Watch {
  /** Something of an attribute of the first level. */
  attribute(name: string): void;
  /** To whom it refers. */
  refers(): void;
  /** Which one it is. */
  itself(): void;
}

/** One value that stands at one path. */
export interface Reading {
  /** `nodes[1].region`. */
  readonly path: string;
  readonly value: Value;
}

/** What a dependency lock file says of one provider. */
export interface Locked {
  readonly version: string | null;
  /** `h1:…`, `zh:…`. */
  readonly hashes: readonly string[];
}

/** By source address, without the host where that is one of the two public registries. */
export type LockFile = ReadonlyMap<string, Locked>;

/** What a view gives to the judge. */
export interface Infrastructure {
  readonly view: ViewName;
  /** File or folder that was read, as the user named it. */
  readonly origin: string;
  /** Everything that is judged. A view of a large document makes each when it is asked for, and keeps none. */
  readonly subjects: Iterable<Subject>;
  /** By address, for placements by parent and references across resources. */
  find(address: string): Subject | undefined;
  /** Views that keep no subjects find some sooner: instances of a resource by its address without the last key, */
  instances?(address: string): readonly Subject[];
  /** resources of a type, those that leave left out, */
  ofType?(type: string): Iterable<Subject>;
  /** and whatever the provider says to have an id. */
  withId?(id: string): readonly Subject[];
  /** What the dependency lock file pins; null: there is none. Absent: the view has none to show. */
  readonly locked?: LockFile | "unreadable" | null;
  /** What this view could not see, said in the report. */
  readonly unseen: readonly string[];
}
