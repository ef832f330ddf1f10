import { beside, delivered, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";

const dns: Placement = nowhere("Names in public DNS, answered all over the world: they are meant to be known.");
const zone = { zone_id: "A zone of names, and no place." } as const;
const distribution = ["stackit_cdn_distribution", "data.stackit_cdn_distribution"] as const;

/** Names, and copies near visitors. */
export const resources = {
  stackit_cdn_custom_domain: beside("distribution_id", ...distribution),
  // docs/resources/cdn_distribution.md: areas of the world in which copies are kept, EU, US, ASIA, AF and SA.
  stackit_cdn_distribution: {
    ...delivered("A distribution without areas may answer from all of them.", "config.regions"),
    notPlaces: {
      "config.blocked_countries": "From which countries nobody may ask.",
      "config.backend.origin_request_headers": "What the distribution says when it fetches.",
      "config.backend.origin_url": "Where the distribution fetches from: that has a place of its own.",
    },
  },
  stackit_dns_record_set: { ...dns, notPlaces: zone },
  stackit_dns_zone: { ...dns, notPlaces: { is_reverse_zone: "Whether names are found by addresses." } },
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_cdn_custom_domain: reads("Reads a name under which a distribution answers."),
  stackit_cdn_distribution: reads("Reads a distribution, which says areas of the world and no place."),
  stackit_dns_record_set: { ...dns, notPlaces: zone },
  stackit_dns_zone: { ...dns, notPlaces: zone },
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
