import { unread } from "../../catalogue/sourced.ts";
import type { Region } from "../contract/region.ts";

const list = { source: "https://github.com/terchris/sovereignsky-site content/datacenters/exoscale/index.md", seen: "2026-11-23" } as const;

/** Zones of Exoscale, each a place of its own; two of them are in Switzerland. */
export const regions = {
  "at-vie-1": { country: "AT", city: "Vienna", at: [48.208, 16.374], ...list },
  "at-vie-2": { country: "AT", city: "Vienna", at: [48.208, 16.374], ...list },
  "bg-sof-1": { country: "BG", city: "Sofia", at: [42.698, 23.322], ...list },
  "de-fra-1": { country: "DE", city: "Frankfurt", at: [50.111, 8.682], ...list },
  "de-muc-1": { country: "DE", city: "Munich", at: [48.137, 11.575], ...list },
  "hr-zag-1": {
    country: "HR",
    city: "Zagreb",
    at: [45.815, 15.982],
    ...unread("https://openapi-v2.exoscale.com/source.json", "2026-11-23"),
  },
  "ch-gva-2": { country: "CH", city: "Geneva", at: [46.204, 6.143], ...list },
  "ch-dk-2": { country: "CH", city: "Zurich", at: [47.377, 8.542], ...list },
} as const satisfies Readonly<Record<string, Region>>;
