import type { OtherProvider, S3Client } from "../../catalogue/index.ts";
import type { CloudFacts, HostedFacts, Placement, Reading } from "../../clouds/contract/index.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { isKnownDocument } from "../subject/known-document.ts";
import type { Hearing } from "./hearing.ts";
import { perSort } from "./per-sort.ts";
import { S3_READINGS } from "./s3-readings.ts";

/** Whose provider a subject runs under. */
export type Provider =
  | { readonly is: "cloud"; readonly facts: CloudFacts }
  | {
      readonly is: "other";
      readonly other: OtherProvider /** Set for what speaks S3 to whoever answers at an address. */;
      readonly s3?: S3Client;
      /** Set for software that is where its host is. */
      readonly hosted?: HostedFacts;
    }
  | { readonly is: "unknown"; readonly because: string };

/** Host of the providers that are built into the engine. */
const BUILT_IN = "terraform.io";

export const providerOf = perSort((hearing: Hearing, subject: Subject): Provider => {
  const { providerSource: source, providerHost: host } = subject;
  if (source === undefined) return { is: "unknown", because: "nothing says which provider it belongs to" };
  if (host !== undefined && host !== BUILT_IN && !hearing.approvals.registries.includes(host))
    return { is: "unknown", because: `its provider comes from the registry ${host}, whose programs may be anybody's` };
  const facts = hearing.knowledge.cloudOf(source);
  if (facts !== undefined) return { is: "cloud", facts };
  const other = hearing.knowledge.otherOf(source);
  if (other === undefined) return { is: "unknown", because: `the catalogue does not know the provider ${source}` };
  const hosted = hearing.knowledge.hostedOf?.(source);
  if (hosted !== undefined) return { is: "other", other, hosted };
  const { s3 } = other;
  const speaksS3 = subject.kind === "provider" || s3?.types.some((type) => subject.type.startsWith(type));
  return s3 !== undefined && speaksS3 ? { is: "other", other, s3 } : { is: "other", other };
});

/** Table entries by a name from outside: `constructor` and `__proto__` are no types. */
function entry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const IN_ENGINE: Placement = { by: "global", because: "It computes in the engine, and asks nobody." };

/** A data source of a foreign provider that calls nobody: a policy document, rendered. */
export function computesInEngine(provider: Provider, subject: Subject): boolean {
  return provider.is === "other" && subject.kind === "data" && provider.other.s3?.computes?.includes(subject.type) === true;
}

/** The fact of how a resource's or a data source's place is found; undefined: the catalogue has none. */
export function placementOf(hearing: Hearing, subject: Subject): Placement | undefined {
  const provider = providerOf(hearing, subject);
  if (provider.is === "unknown") return undefined;
  if (computesInEngine(provider, subject)) return IN_ENGINE;
  const tables = provider.is === "cloud" ? provider.facts : (provider.hosted ?? provider.other);
  const table = subject.kind === "data" ? "dataSources" : "resources";
  const former = provider.is === "cloud" ? provider.facts.otherReleases : undefined;
  const ephemeral = provider.is === "cloud" && subject.kind === "data" ? provider.facts.ephemeral : undefined;
  const placement =
    entry<Placement>(tables[table], subject.type) ??
    (former && entry<Placement>(former[table], subject.type)) ??
    (ephemeral && entry<Placement>(ephemeral, subject.type));
  const known = placement?.by === "opaque" ? placement.unless : undefined;
  return known !== undefined && isKnownDocument(subject, known) ? known.placement : placement;
}

export function readingOf(hearing: Hearing, subject: Subject): Reading | undefined {
  const provider = providerOf(hearing, subject);
  if (subject.kind !== "resource") return undefined;
  if (provider.is === "cloud") {
    const { readings, otherReleases } = provider.facts;
    return entry(readings, subject.type) ?? (otherReleases?.readings && entry(otherReleases.readings, subject.type));
  }
  if (provider.is === "other" && provider.hosted !== undefined) return entry(provider.hosted.readings, subject.type);
  return provider.is === "other" && provider.s3 !== undefined ? entry(S3_READINGS, subject.type) : undefined;
}
