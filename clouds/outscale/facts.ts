import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of 3DS Outscale. */
export const facts: CloudFacts = {
  cloud: "outscale",
  sources: ["outscale/outscale", "outscale-dev/outscale", "hashicorp/outscale"],
  operator: "outscale",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  otherReleases,
  readings,
};
