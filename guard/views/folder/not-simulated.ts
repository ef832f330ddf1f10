import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import { withoutKeys } from "../plan/address.ts";

/** Of what a rehearsed plan says nothing, because nobody simulates it: providers, and types that a simulated provider does not have. */
export interface NotSimulated {
  /** Source addresses of providers, with the host where it is none of the two public registries'. */
  readonly sources: ReadonlySet<string>;
  /** By the source address of a simulated provider, the types that it does not have: `resource.ovh_x`, `data.ovh_x`, `ephemeral.ovh_x`. */
  readonly newer: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of all types, those of the providers and those that are newer. */
  readonly types: ReadonlySet<string>;
}

/** Whether a provider is simulated, and, where a type is named as in `newer`, whether it has that. */
export type IsSimulated = (address: string, type?: string) => boolean;

/** The source address of a subject's provider, as `NotSimulated` has it. */
export function sourceAddress({ providerSource, providerHost }: Subject): string | undefined {
  return providerSource === undefined || providerHost === undefined ? providerSource : `${providerHost}/${providerSource}`;
}

/** A type as an engine tells it from others of its name: a data source from a resource. */
function typeOf({ kind, type, address }: Subject): string {
  if (kind !== "data") return `resource.${type}`;
  return `${withoutKeys(address).split(".").at(-3) === "ephemeral" ? "ephemeral" : "data"}.${type}`;
}

/** Whether a subject is of such a provider, or of such a type. */
export function isNotSimulated({ sources, newer }: Pick<NotSimulated, "sources" | "newer">, subject: Subject): boolean {
  if (!isOfProvider(subject)) return false;
  const address = sourceAddress(subject) ?? "";
  return sources.has(address) || (subject.kind !== "provider" && newer.get(address)?.has(typeOf(subject)) === true);
}

/**
 * What of some code nobody simulates, where a plan without it can be held against the code. It cannot where a part of the code was not read, where it
 * is not known whose something is, or where it decides how many there are of something that is another's. Undefined: there is nothing, or it cannot.
 */
export function notSimulatedIn(written: Infrastructure, isSimulated: IsSimulated): NotSimulated | undefined {
  const sources = new Set<string>();
  const newer = new Map<string, Set<string>>();
  const types = new Set<string>();
  const others: Subject[] = [];
  for (const subject of written.subjects) {
    const { kind, type, providerHost } = subject;
    if (kind === "file" || kind === "module") return undefined;
    if (!isOfProvider(subject)) continue;
    const address = sourceAddress(subject);
    if (address === undefined) return undefined;
    const isOwn = kind === "provider";
    if (providerHost === "terraform.io" || isSimulated(address, isOwn ? undefined : typeOf(subject))) {
      others.push(subject);
      continue;
    }
    if (!isOwn) types.add(type);
    if (!isSimulated(address)) sources.add(address);
    else newer.set(address, (newer.get(address) ?? new Set()).add(typeOf(subject)));
  }
  const decides = (subject: Subject): boolean =>
    subject.kind !== "provider" &&
    ((subject.reaches?.(types) ?? true) || (subject.kind === "import" && (subject.reaches?.(types, "id") ?? true)));
  return (sources.size === 0 && newer.size === 0) || others.some(decides) ? undefined : { sources, newer, types };
}

const isOfProvider = ({ kind }: Subject): boolean => kind === "resource" || kind === "data" || kind === "provider" || kind === "import";

/** A rehearsed plan in which everything of these providers and types is as it is written, and nothing as the plan has it. */
export function asWritten(planned: Infrastructure, written: Infrastructure, notSimulated: NotSimulated): Infrastructure {
  const isTheirs = (subject: Subject): boolean => isNotSimulated(notSimulated, subject);
  const plain = new Set([...written.subjects].filter((one) => isMade(one) && isTheirs(one)).map(({ address }) => withoutKeys(address)));
  const isRunByTheirs = ({ kind, address }: Subject): boolean => kind === "provisioner" && plain.has(runBy(withoutKeys(address)));
  const belongs = (subject: Subject): boolean => isTheirs(subject) || isRunByTheirs(subject);
  const own = [...written.subjects].filter(belongs);
  const byAddress = new Map(own.flatMap((one) => (one.leaves === undefined ? [[one.address, one] as const] : [])));
  // Of what the code does not show, the plan's word is better than none: that is unknown throughout.
  const isReplaced = (subject: Subject): boolean =>
    isMade(subject) ? isTheirs(subject) && plain.has(withoutKeys(subject.address)) : belongs(subject);
  // What a plan finds sooner, it finds in the plan.
  const { instances: _i, ofType: _t, withId: _d, ...rest } = planned;
  return {
    ...rest,
    subjects: {
      *[Symbol.iterator]() {
        yield* own;
        for (const subject of planned.subjects) if (!isReplaced(subject)) yield subject;
      },
    },
    find(address) {
      const found = byAddress.get(address) ?? planned.find(address);
      return found === undefined || byAddress.has(address) || !isReplaced(found) ? found : undefined;
    },
  };
}

const isMade = ({ kind }: Subject): boolean => kind === "resource" || kind === "data";

/** `a.b.provisioner.local-exec` → `a.b`. */
const runBy = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf(".provisioner.")));
