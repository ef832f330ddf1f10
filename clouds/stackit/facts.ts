import type { CloudFacts } from "../contract/facts.ts";
import { ephemeral } from "./placements/account.ts";
import { dataSources, resources } from "./placements/index.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of STACKIT. */
export const facts: CloudFacts = {
  cloud: "stackit",
  sources: ["stackitcloud/stackit", "hashicorp/stackit"],
  operator: "stackit",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  otherReleases,
  ephemeral,
  readings,
};
