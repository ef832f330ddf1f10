import { unread } from "../../catalogue/sourced.ts";
import type { Region } from "../contract/region.ts";

const guide = {
  source: "https://github.com/scaleway/terraform-provider-scaleway docs/guides/regions_and_zones.md",
  seen: "2026-11-23",
} as const;

/**
 * Certified for the first time in November 2025, when only version 2 was given any more (community.unitel.fr/posts/hds-v2---tout-comprendre-de-la-reglementation-et-ses-enjeux,
 * read 2026-11-28); for Paris alone.
 */
const objects = { source: "https://github.com/scaleway/docs-content/pull/5813.diff", seen: "2026-11-28" } as const;

/** Regions of Scaleway, all in the Union; zones add a number. The guide is older than the region of Milan. */
export const regions = {
  "fr-par": {
    country: "FR",
    city: "Paris",
    at: [48.857, 2.352],
    zones: ["fr-par-1", "fr-par-2", "fr-par-3"],
    certificates: [{ name: "hds-2", services: ["Object Storage"], concepts: ["bucket"], from: "2025-11-14", ...objects }],
    ...guide,
  },
  "nl-ams": { country: "NL", city: "Amsterdam", at: [52.368, 4.904], zones: ["nl-ams-1", "nl-ams-2", "nl-ams-3"], ...guide },
  "pl-waw": { country: "PL", city: "Warsaw", at: [52.23, 21.012], zones: ["pl-waw-1", "pl-waw-2", "pl-waw-3"], ...guide },
  "it-mil": {
    country: "IT",
    city: "Milan",
    at: [45.464, 9.19],
    zones: ["it-mil-1"],
    ...unread("https://github.com/scaleway/scaleway-sdk-go scw/locality.go", "2026-11-23"),
  },
} as const satisfies Readonly<Record<string, Region>>;
