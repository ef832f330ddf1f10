import type { Region } from "../contract/region.ts";

const zones = { source: "https://github.com/SpareCores/sc-crawler src/sc_crawler/vendors/_upcloud.py", seen: "2026-11-23" } as const;

const storage = { source: "https://developers.upcloud.com/1.3/21-managed-object-storage/", seen: "2026-11-28" } as const;
/** Of a public program that quotes the operator's page on availability, upcloud.com/docs/products/managed-object-storage/availability (decision 324). */
const quoted = {
  source: "https://github.com/datamindedbe/demo-upcloud-data-platform infra/foundation/main.tf",
  seen: "2026-11-28",
} as const;
const noBuckets = ["bucket"] as const;
/** File storage stands in one zone: https://developers.upcloud.com/1.3/25-file-storage/, seen 2026-11-28. */
const noFiles = ["fileShare"] as const;
const neither = ["bucket", "fileShare"] as const;

/**
 * Zones of UpCloud, and the regions of its object storage: `europe-1`, whose primary zone is Helsinki, `europe-2` and `europe-3`. Of those outside
 * the European Union no source was read, and a bucket there is refused as in no place that is known.
 */
export const regions = {
  "fi-hel1": { country: "FI", city: "Helsinki", at: [60.203, 24.779], without: noFiles, ...zones },
  "fi-hel2": { country: "FI", city: "Helsinki", at: [60.216, 24.876], without: noBuckets, ...zones },
  "de-fra1": { country: "DE", city: "Frankfurt", at: [50.119, 8.735], without: neither, ...zones },
  "dk-cph1": { country: "DK", city: "Copenhagen", at: [55.676, 12.568], without: neither, ...zones },
  "es-mad1": { country: "ES", city: "Madrid", at: [40.439, -3.624], without: neither, ...zones },
  "nl-ams1": { country: "NL", city: "Amsterdam", at: [52.4, 4.84], without: neither, ...zones },
  "pl-waw1": { country: "PL", city: "Warsaw", at: [52.19, 20.919], without: neither, ...zones },
  "se-sto1": { country: "SE", city: "Stockholm", at: [59.264, 18.103], without: neither, ...zones },
  "europe-1": {
    country: "FI",
    city: "Helsinki",
    at: [60.216, 24.876],
    ...storage,
  },
  "europe-2": { country: "DE", city: "Frankfurt", at: [50.119, 8.735], ...quoted },
  "europe-3": { country: "SE", city: "Stockholm", at: [59.264, 18.103], ...quoted },
  "no-svg1": { country: "NO", city: "Stavanger", at: [58.949, 5.598], without: neither, ...zones },
  "uk-lon1": { country: "GB", city: "London", at: [51.523, -0.104], without: neither, ...zones },
  "us-nyc1": { country: "US", city: "New York", at: [40.783, -74.065], without: neither, ...zones },
  "us-chi1": { country: "US", city: "Chicago", at: [41.876, -87.634], without: neither, ...zones },
  "us-sjo1": { country: "US", city: "San Jose", at: [37.376, -121.975], without: neither, ...zones },
  "sg-sin1": { country: "SG", city: "Singapore", at: [1.317, 103.702], without: neither, ...zones },
  "au-syd1": { country: "AU", city: "Sydney", at: [-33.918, 151.189], without: neither, ...zones },
} as const satisfies Readonly<Record<string, Region>>;
