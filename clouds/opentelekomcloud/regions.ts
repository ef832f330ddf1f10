import type { Region } from "../contract/region.ts";

const list = {
  source: "https://github.com/terchris/sovereignsky-site content/datacenters/open-telekom-cloud/index.md",
  seen: "2026-11-23",
} as const;
const swiss = {
  source: "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/guides/backends.md",
  seen: "2026-11-23",
} as const;

/** "BSI C5 - ISAE 3000" of the platform as a whole, whose data centres the entry lists: Germany, the Netherlands and Switzerland. It says no type. */
const attested = {
  name: "c5",
  services: ["the platform Open Telekom Cloud"],
  types: ["opentelekomcloud_"],
  source: "https://www.trusted-cloud.de/cloudservices/2667/",
  seen: "2026-11-28",
} as const;
const certificates = [attested] as const;

/** Regions of Open Telekom Cloud (T Cloud Public). `eu-ch2` is in Switzerland, outside the Union and the EEA. */
export const regions = {
  "eu-de": {
    country: "DE",
    city: "Magdeburg (Biere)",
    at: [51.98, 11.65],
    zones: ["eu-de-01", "eu-de-02", "eu-de-03"],
    certificates,
    ...list,
  },
  "eu-nl": { country: "NL", city: "Amsterdam", at: [52.368, 4.904], zones: ["eu-nl-01", "eu-nl-02", "eu-nl-03"], certificates, ...list },
  "eu-ch2": { country: "CH", city: "Bern", at: [46.948, 7.447], zones: ["eu-ch2a", "eu-ch2b"], certificates, ...swiss },
} as const satisfies Readonly<Record<string, Region>>;
