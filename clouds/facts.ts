/**
 * The facts of every cloud, by the provider's source address. Small tables of plain data, imported at once: reading them must cost less than
 * deciding not to.
 */
import type { CloudFacts } from "./contract/facts.ts";
import { FACTS } from "./registry/facts.ts";

/** Every cloud that the guard can read: those of one operator first, so that OpenStack answers only for what none of them knows. */
export const CLOUD_FACTS: readonly CloudFacts[] = [
  ...FACTS.filter(({ operator }) => operator !== undefined),
  ...FACTS.filter(({ operator }) => operator === undefined),
];

const bySource: ReadonlyMap<string, CloudFacts> = new Map(
  CLOUD_FACTS.flatMap((facts) => facts.sources.map((source) => [source, facts] as const)),
);
const byName: ReadonlyMap<string, CloudFacts> = new Map(CLOUD_FACTS.map((facts) => [facts.cloud, facts]));

/**
 * The cloud behind a provider, `ovh/ovh`; a public registry's host in front is allowed, and case does not count, as Terraform has it. Undefined for
 * a provider that belongs to no cloud folder: `providerOf` of the catalogue may know it.
 */
export function cloudFactsBySource(source: string): CloudFacts | undefined {
  const lower = source.toLowerCase();
  return bySource.get(lower.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, ""));
}

/** The cloud of a folder, `ovh`. */
export function cloudFacts(cloud: string): CloudFacts | undefined {
  return byName.get(cloud);
}
