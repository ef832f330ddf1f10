import type { Region } from "../contract/region.ts";

const provider = {
  source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources/datacenter.md",
  seen: "2026-11-23",
} as const;

/**
 * Locations of IONOS, with the names of object storage among the aliases. `eu-central-2` is Berlin here and Zurich at AWS;
 * `eu-south-2` is Logroño here.
 */
export const regions = {
  "de/fra": {
    country: "DE",
    city: "Frankfurt",
    at: [50.111, 8.682],
    aliases: ["de/fra/1", "de-fra", "de", "eu-central-1", "eu-central-4"],
    ...provider,
  },
  "de/fra/2": { country: "DE", city: "Frankfurt", at: [50.111, 8.682], ...provider },
  "de/txl": { country: "DE", city: "Berlin", at: [52.52, 13.405], aliases: ["de-txl", "eu-central-2", "eu-central-3"], ...provider },
  "de/fkb": { country: "DE", city: "Karlsruhe", at: [49.007, 8.404], aliases: ["de-fkb"], ...provider },
  "es/vit": { country: "ES", city: "Logroño", at: [42.466, -2.445], aliases: ["es-vit", "eu-south-2"], ...provider },
  "fr/par": { country: "FR", city: "Paris", at: [48.857, 2.352], aliases: ["fr-par"], ...provider },
  "gb/lhr": { country: "GB", city: "London", at: [51.507, -0.128], aliases: ["gb-lhr"], ...provider },
  "gb/bhx": { country: "GB", city: "Worcester", at: [52.192, -2.22], aliases: ["gb-bhx"], ...provider },
  "us/las": { country: "US", city: "Las Vegas", at: [36.17, -115.14], aliases: ["us-las"], ...provider },
  "us/ewr": { country: "US", city: "Newark", at: [40.736, -74.172], aliases: ["us-ewr"], ...provider },
  "us/mci": { country: "US", city: "Lenexa", at: [38.954, -94.734], aliases: ["us-mci", "us-central-1"], ...provider },
} as const satisfies Readonly<Record<string, Region>>;
