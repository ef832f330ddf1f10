import type { CloudFacts } from "../contract/facts.ts";
import { locations } from "./locations.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings/index.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of OVHcloud. */
export const facts: CloudFacts = {
  cloud: "ovh",
  sources: ["ovh/ovh", "hashicorp/ovh", "terraform-providers/ovh"],
  operator: "ovhcloud",
  provider,
  hosts,
  regions,
  locations,
  resources,
  dataSources,
  otherReleases,
  readings,
};
