import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings/index.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of Open Telekom Cloud. */
export const facts: CloudFacts = {
  cloud: "opentelekomcloud",
  sources: ["opentelekomcloud/opentelekomcloud", "hashicorp/opentelekomcloud", "terraform-providers/opentelekomcloud"],
  operator: "t-systems",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  readings,
};
