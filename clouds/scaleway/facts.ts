import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { hosts, provider } from "./provider.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of Scaleway. No reading says how protections are written yet, so that rules on encryption and exposure have nothing to judge. */
export const facts: CloudFacts = {
  cloud: "scaleway",
  sources: ["scaleway/scaleway", "hashicorp/scaleway"],
  operator: "scaleway",
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  readings: {},
};
