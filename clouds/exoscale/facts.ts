import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of Exoscale. */
export const facts: CloudFacts = {
  cloud: "exoscale",
  sources: ["exoscale/exoscale", "hashicorp/exoscale"],
  operator: "exoscale",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  otherReleases,
  readings,
};
