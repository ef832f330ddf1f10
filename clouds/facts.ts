/**
 * The facts of every cloud, by the provider's source address. Small tables of plain data, imported at once: reading them must cost less than
 * deciding not to.
 */
import type { CloudFacts } from "./contract/facts.ts";
import { facts as exoscale } from "./exoscale/facts.ts";
import { facts as hcloud } from "./hcloud/facts.ts";
import { facts as ionoscloud } from "./ionoscloud/facts.ts";
import { facts as openstack } from "./openstack/facts.ts";
import { facts as opentelekomcloud } from "./opentelekomcloud/facts.ts";
import { facts as outscale } from "./outscale/facts.ts";
import { facts as ovh } from "./ovh/facts.ts";
import { facts as scaleway } from "./scaleway/facts.ts";
import { facts as stackit } from "./stackit/facts.ts";
import { facts as upcloud } from "./upcloud/facts.ts";

/** Every cloud that the guard can read. */
export const CLOUD_FACTS: readonly CloudFacts[] = [
  ovh,
  outscale,
  scaleway,
  ionoscloud,
  opentelekomcloud,
  stackit,
  exoscale,
  upcloud,
  hcloud,
  openstack,
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
