import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of IONOS. */
export const facts: CloudFacts = {
  cloud: "ionoscloud",
  sources: ["ionos-cloud/ionoscloud", "hashicorp/ionoscloud", "hashicorp/profitbricks", "terraform-providers/ionoscloud"],
  operator: "ionos",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  otherReleases,
  readings,
};
