import { unread } from "../../catalogue/sourced.ts";
import type { OvhLocation } from "./location.ts";

const seen = "2026-11-23";
/** Object storage's own list of regions. */
const storage = { source: "https://github.com/ovh/docs pages/storage_and_backup/object_storage/s3_location/guide.en-gb.md", seen } as const;
/** The names that OVHcloud's console shows for its codes. */
const console = {
  source: "https://github.com/ovh/manager packages/manager/apps/pci-instances/public/translations/regions/Messages_en_GB.json",
  seen,
} as const;
/** The console has the city and says Germany, where no Dublin is. */
const dublin = unread("https://www.ovhcloud.com/en/about-us/global-infrastructure/regions/", seen);

/**
 * Locations in Europe, in the Union and out of it. Coordinates are those of the city. Names in capitals with underscores are those of the API's own
 * enumerations, for the KMS and Rancher among others (github.com/ovh/manager, components of the KMS and of Rancher; read 2026-11-23).
 */
export const europe = {
  GRA: {
    country: "FR",
    city: "Gravelines",
    at: [50.987, 2.126],
    codename: "eu-west-gra",
    storage: "GRA",
    aliases: ["EU_WEST_GRA", "eu-west-gra", "gra1", "gra2", "gra3", "gra04"],
    ...storage,
  },
  RBX: {
    country: "FR",
    city: "Roubaix",
    at: [50.693, 3.178],
    codename: "eu-west-rbx",
    storage: "RBX",
    aliases: ["EU_WEST_RBX", "RBX-ARCHIVE", "rbx1", "rbx2", "rbx3", "rbx4", "rbx5", "rbx6", "rbx7", "rbx8", "rbx9", "rbx10"],
    ...storage,
  },
  SBG: {
    country: "FR",
    city: "Strasbourg",
    at: [48.573, 7.752],
    codename: "eu-west-sbg",
    storage: "SBG",
    aliases: ["EU_WEST_SBG", "eu-west-sbg", "sbg2", "sbg4"],
    ...storage,
  },
  PAR: {
    country: "FR",
    city: "Paris",
    at: [48.857, 2.352],
    codename: "eu-west-par",
    storage: "EU-WEST-PAR",
    aliases: ["EU_WEST_PAR", "p19"],
    ...storage,
  },
  MIL: { country: "IT", city: "Milan", at: [45.464, 9.19], codename: "eu-south-mil", storage: "EU-SOUTH-MIL", ...storage },
  LIM: {
    country: "DE",
    city: "Limburg",
    at: [50.399, 8.08],
    codename: "eu-west-lim",
    storage: "DE",
    aliases: ["EU_WEST_LIM", "DE", "eu-west-lim", "lim1", "lim2", "lim3"],
    ...console,
  },
  WAW: {
    country: "PL",
    city: "Warsaw",
    at: [52.23, 21.012],
    codename: "eu-central-waw",
    storage: "WAW",
    aliases: ["EU_CENTRAL_WAW", "eu-central-waw"],
    ...storage,
  },

  // Named "eu" or "UK", and outside the Union.
  ERI: {
    country: "GB",
    city: "London (Erith)",
    at: [51.484, 0.175],
    codename: "eu-west-eri",
    storage: "UK",
    aliases: ["EU_WEST_ERI", "UK", "eu-west-eri", "eri1", "eri2"],
    ...console,
  },
  "EU-WEST-LZ-MNC": { country: "GB", city: "Manchester", at: [53.481, -2.243], codename: "eu-west-lz-mnc", ...console },
  "EU-WEST-LZ-ZRH": { country: "CH", city: "Zurich", at: [47.377, 8.542], codename: "eu-west-lz-zrh", ...console },
  "EU-NORTH-LZ-OSL": { country: "NO", city: "Oslo", at: [59.914, 10.752], codename: "eu-north-lz-osl", ...console },

  // Local zones in the Union.
  "EU-WEST-LZ-AMS": { country: "NL", city: "Amsterdam", at: [52.368, 4.904], codename: "eu-west-lz-ams", ...console },
  "EU-WEST-LZ-BRU": { country: "BE", city: "Brussels", at: [50.85, 4.352], codename: "eu-west-lz-bru", ...console },
  "EU-WEST-LZ-DLN": { country: "IE", city: "Dublin", at: [53.35, -6.26], codename: "eu-west-lz-dln", ...dublin },
  "EU-WEST-LZ-LUX": { country: "LU", city: "Luxembourg", at: [49.612, 6.132], codename: "eu-west-lz-lux", ...console },
  "EU-WEST-LZ-MRS": { country: "FR", city: "Marseille", at: [43.297, 5.37], codename: "eu-west-lz-mrs", ...console },
  "EU-WEST-LZ-VIE": { country: "AT", city: "Vienna", at: [48.208, 16.374], codename: "eu-west-lz-vie", ...console },
  "EU-SOUTH-LZ-LIS": { country: "PT", city: "Lisbon", at: [38.722, -9.139], codename: "eu-south-lz-lis", ...console },
  "EU-SOUTH-LZ-MAD": { country: "ES", city: "Madrid", at: [40.417, -3.704], codename: "eu-south-lz-mad", ...console },
  "EU-SOUTH-LZ-MIL": { country: "IT", city: "Milan", at: [45.464, 9.19], codename: "eu-south-lz-mil", ...console },
  "EU-CENTRAL-LZ-BUH": { country: "RO", city: "Bucharest", at: [44.427, 26.103], codename: "eu-central-lz-buh", ...console },
  "EU-CENTRAL-LZ-PRG": {
    country: "CZ",
    city: "Prague",
    at: [50.076, 14.438],
    codename: "eu-central-lz-prg",
    aliases: ["EU-EAST-LZ-PRG"],
    ...console,
  },
  "EU-CENTRAL-LZ-SOF": { country: "BG", city: "Sofia", at: [42.698, 23.322], codename: "eu-central-lz-sof", ...console },
  "EU-NORTH-LZ-CPH": { country: "DK", city: "Copenhagen", at: [55.676, 12.568], codename: "eu-north-lz-cph", ...console },
  "EU-NORTH-LZ-HEL": { country: "FI", city: "Helsinki", at: [60.17, 24.938], codename: "eu-north-lz-hel", ...console },
  "EU-NORTH-LZ-STO": { country: "SE", city: "Stockholm", at: [59.329, 18.069], codename: "eu-north-lz-sto", ...console },
} as const satisfies Readonly<Record<string, OvhLocation>>;
