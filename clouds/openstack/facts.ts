import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readRegions } from "./read-regions.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of OpenStack. */
export const facts: CloudFacts = {
  cloud: "openstack",
  sources: ["terraform-provider-openstack/openstack", "hashicorp/openstack", "terraform-providers/openstack"],
  provider,
  hosts,
  regions: { ...regions, ...readRegions },
  resources,
  dataSources,
  otherReleases,
  readings,
};
