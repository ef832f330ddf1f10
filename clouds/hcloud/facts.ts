import type { CloudFacts } from "../contract/facts.ts";
import { dataSources, resources } from "./placements/index.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { groups, regions } from "./regions.ts";

/** All that the guard reads of Hetzner Cloud. */
export const facts: CloudFacts = {
  cloud: "hcloud",
  sources: ["hetznercloud/hcloud", "hashicorp/hcloud", "terraform-providers/hcloud"],
  operator: "hetzner",
  provider,
  hosts,
  regions,
  groups,
  resources,
  dataSources,
  readings,
};
