import type { IngressReading } from "../../clouds/contract/index.ts";
import { beside, counts } from "../subject/beside.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";
import { publicAddresses, type Range, rangeOf } from "./addresses.ts";

/** Source addresses that a list lets in, as far as anybody can tell. */
export interface Entry {
  readonly path: string;
  readonly text: string;
  readonly range: Range;
  readonly chain: Chain;
  /** `443`, `80-443`; null: every port. */
  readonly ports: string | null;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** Everybody, because something is silent: the paths. */
  readonly open: readonly string[];
  readonly unknown: readonly UnknownEntry[];
}

/** Somebody enters, and nobody can tell who. */
export interface UnknownEntry {
  readonly path: string;
  readonly cause: string;
  readonly chain: Chain;
  /** As in `Entry`. */
  readonly ports: string | null;
}

export function entriesOf(subject: Subject, reading: IngressReading): Entries {
  const { path, absent, empty = absent } = reading;
  const open: string[] = [];
  const unknown: UnknownEntry[] = [];
  const entries: Entry[] = [];
  const values = subject.read(path);
  const isList = path.includes("[]");
  if (values.length === 0 && absent === "open") open.push(path);
  for (const { path: at, value } of values) {
    if (!counts(subject, reading.where, at)) continue;
    for (const one of candidates(value)) {
      if (one.is === "unknown") {
        if (reading.of === undefined || (one.refs.length === 0 && !one.isObject))
          unknown.push({ path: at, cause: one.cause, chain: one.chain, ports: portsOf(subject, reading, at) });
      } else if (one.is === "absent") {
        const silence = isList && at !== path ? (reading.silent ?? "closed") : isEmptyList(value) ? empty : absent;
        if (silence === "open" && !insteadOf(subject, reading, at)) open.push(at);
      } else if (reading.of === undefined) {
        const mask = reading.mask === undefined ? undefined : sibling(subject, at, reading.mask);
        const texts = reading.separator === undefined ? [one.text] : one.text.split(reading.separator).map((part) => part.trim());
        for (const text of texts) {
          const range = rangeOf(text, mask);
          if (range === undefined)
            unknown.push({
              path: at,
              cause: `${one.sensitive ? "the value" : text} is no range of addresses`,
              chain: one.chain,
              ports: portsOf(subject, reading, at),
            });
          else entries.push({ path: at, text, range, chain: one.chain, ports: portsOf(subject, reading, at) });
        }
      }
    }
  }
  return { entries, open, unknown };
}

const isEmptyList = (value: { readonly kind: string; readonly value?: unknown }): boolean =>
  Array.isArray(value.value) && value.value.length === 0;

/** The text beside an attribute, in the same entry; undefined when it is absent or not known. */
function sibling(subject: Subject, at: string, name: string): string | undefined {
  const [one] = beside(subject, at, name);
  return one?.is === "text" ? one.text : undefined;
}

/** Whether the entry certainly names who may enter in another way. */
function insteadOf(subject: Subject, { instead = [] }: IngressReading, at: string): boolean {
  return instead.some((name) => {
    const named = beside(subject, at, name);
    return named.length > 0 && named.every((one) => one.is === "text" || (one.is === "unknown" && one.refs.length > 0));
  });
}

function portsOf(subject: Subject, { ports }: IngressReading, at: string): string | null {
  if (ports === undefined) return null;
  const [from, to] = [sibling(subject, at, ports.from), sibling(subject, at, ports.to)];
  return from === undefined || to === undefined ? null : from === to ? from : `${from}-${to}`;
}

/** Families of addresses of which a list lets more in than allowed; splits such as 0.0.0.0/1 and 128.0.0.0/1 count together. */
export function tooWide(entries: readonly Entry[], prefix: { readonly 4: number; readonly 6: number }): readonly (4 | 6)[] {
  const limit = { 4: 1n << BigInt(32 - prefix[4]), 6: 1n << BigInt(128 - prefix[6]) };
  return publicAddresses(entries.map((entry) => entry.range)).flatMap(({ family, count }) => (count > limit[family] ? [family] : []));
}
