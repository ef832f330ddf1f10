import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { ephemeral } from "./placements/keys.ts";
import { otherReleases } from "./placements/other-releases.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of Scaleway. */
export const facts: CloudFacts = {
  cloud: "scaleway",
  sources: ["scaleway/scaleway", "hashicorp/scaleway", "terraform-providers/scaleway"],
  operator: "scaleway",
  provider,
  hosts,
  regions,
  idsBeginWithPlace: {
    source: "https://github.com/scaleway/terraform-provider-scaleway internal/locality/regional/ids.go, internal/services/rdb/database.go",
    seen: "2026-11-29",
  },
  resources,
  dataSources,
  otherReleases,
  ephemeral,
  readings,
};
