import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import { withoutKeys } from "../plan/address.ts";

/** Providers of which a rehearsed plan says nothing, because nobody simulates them: whose they are, and the types of what runs under them. */
export interface NotSimulated {
  /** Source addresses, with the host where it is none of the two public registries'. */
  readonly sources: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** The source address of a subject's provider, as `NotSimulated` has it. */
export function sourceAddress({ providerSource, providerHost }: Subject): string | undefined {
  return providerSource === undefined || providerHost === undefined ? providerSource : `${providerHost}/${providerSource}`;
}

/**
 * Which providers of some code nobody simulates, where a plan without them can be held against the code. It cannot where a part of the code was not
 * read, where it is not known whose something is, or where one of them decides how many there are of something that is another's. Undefined: there are
 * none, or it cannot.
 */
export function notSimulatedIn(written: Infrastructure, isSimulated: (address: string) => boolean): NotSimulated | undefined {
  const sources = new Set<string>();
  const types = new Set<string>();
  const others: Subject[] = [];
  for (const subject of written.subjects) {
    const { kind, type, providerHost } = subject;
    if (kind === "file" || kind === "module") return undefined;
    if (!isOfProvider(subject)) continue;
    const address = sourceAddress(subject);
    if (address === undefined) return undefined;
    if (providerHost === "terraform.io" || isSimulated(address)) others.push(subject);
    else {
      sources.add(address);
      if (kind !== "provider") types.add(type);
    }
  }
  const decides = (subject: Subject): boolean =>
    subject.kind !== "provider" &&
    ((subject.reaches?.(types) ?? true) || (subject.kind === "import" && (subject.reaches?.(types, "id") ?? true)));
  return sources.size === 0 || others.some(decides) ? undefined : { sources, types };
}

const isOfProvider = ({ kind }: Subject): boolean => kind === "resource" || kind === "data" || kind === "provider" || kind === "import";

/** A rehearsed plan in which everything of these providers is as it is written, and nothing as the plan has it. */
export function asWritten(planned: Infrastructure, written: Infrastructure, { sources }: NotSimulated): Infrastructure {
  const isTheirs = (subject: Subject): boolean => isOfProvider(subject) && sources.has(sourceAddress(subject) ?? "");
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
