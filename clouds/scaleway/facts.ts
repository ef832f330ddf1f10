import type { CloudFacts } from "../contract/facts.ts";
import { hosts, provider } from "./provider.ts";
import { regions } from "./regions.ts";

/** What the guard reads. No type is placed yet, so that every resource of this provider is refused as unknown. */
export const facts: CloudFacts = {
  cloud: "scaleway",
  sources: ["scaleway/scaleway", "hashicorp/scaleway"],
  operator: "scaleway",
  provider,
  hosts,
  regions,
  resources: {},
  dataSources: {},
  readings: {},
};
