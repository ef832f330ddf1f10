import type { Region } from "../contract/region.ts";

const list = {
  source: "https://github.com/terchris/sovereignsky-site content/datacenters/open-telekom-cloud/index.md",
  seen: "2026-11-23",
} as const;
const swiss = {
  source: "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/guides/backends.md",
  seen: "2026-11-23",
} as const;

/** Regions of Open Telekom Cloud (T Cloud Public). `eu-ch2` is in Switzerland, outside the Union and the EEA. */
export const regions = {
  "eu-de": { country: "DE", city: "Magdeburg (Biere)", at: [51.98, 11.65], zones: ["eu-de-01", "eu-de-02", "eu-de-03"], ...list },
  "eu-nl": { country: "NL", city: "Amsterdam", at: [52.368, 4.904], zones: ["eu-nl-01", "eu-nl-02", "eu-nl-03"], ...list },
  "eu-ch2": { country: "CH", city: "Bern", at: [46.948, 7.447], zones: ["eu-ch2a", "eu-ch2b"], ...swiss },
} as const satisfies Readonly<Record<string, Region>>;
