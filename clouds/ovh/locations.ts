import type { Location } from "../contract/region.ts";

/** OVHcloud names one location in up to four ways; Terraform attributes ask now for one, now for another. */
export interface OvhLocation extends Location {
  /** Name in the v2 API, for key management, shared files and the newer resources: `eu-west-gra`. */
  readonly codename: string;
  /** Name for object storage and databases, `GRA`; absent where neither is sold. */
  readonly storage?: string;
}

const seen = "2026-11-23";
/** Object storage's own list of regions. */
const storage = { source: "https://github.com/ovh/docs pages/storage_and_backup/object_storage/s3_location/guide.en-gb.md", seen } as const;
/** The names that OVHcloud's console shows for its codes. */
const console = {
  source: "https://github.com/ovh/manager packages/manager/apps/pci-instances/public/translations/regions/Messages_en_GB.json",
  seen,
} as const;
/** The console has the city right and says Germany; the infrastructure page says Ireland. */
const page = { source: "https://www.ovhcloud.com/en/about-us/global-infrastructure/regions/", seen } as const;

/** Coordinates are those of the city. Dedicated servers, vRack and IP addresses write the lower-case aliases (`gra1`). */
export const locations = {
  GRA: {
    country: "FR",
    city: "Gravelines",
    at: [50.987, 2.126],
    codename: "eu-west-gra",
    storage: "GRA",
    aliases: ["eu-west-gra", "gra1", "gra2", "gra3", "gra04"],
    ...storage,
  },
  RBX: {
    country: "FR",
    city: "Roubaix",
    at: [50.693, 3.178],
    codename: "eu-west-rbx",
    storage: "RBX",
    aliases: ["RBX-ARCHIVE", "rbx1", "rbx2", "rbx3", "rbx4", "rbx5", "rbx6", "rbx7", "rbx8", "rbx9", "rbx10"],
    ...storage,
  },
  SBG: {
    country: "FR",
    city: "Strasbourg",
    at: [48.573, 7.752],
    codename: "eu-west-sbg",
    storage: "SBG",
    aliases: ["eu-west-sbg", "sbg2", "sbg4"],
    ...storage,
  },
  PAR: {
    country: "FR",
    city: "Paris",
    at: [48.857, 2.352],
    codename: "eu-west-par",
    storage: "EU-WEST-PAR",
    aliases: ["p19"],
    ...storage,
  },
  MIL: { country: "IT", city: "Milan", at: [45.464, 9.19], codename: "eu-south-mil", storage: "EU-SOUTH-MIL", ...storage },
  LIM: {
    country: "DE",
    city: "Limburg",
    at: [50.399, 8.08],
    codename: "eu-west-lim",
    storage: "DE",
    aliases: ["DE", "eu-west-lim", "lim1", "lim2", "lim3"],
    ...console,
  },
  WAW: {
    country: "PL",
    city: "Warsaw",
    at: [52.23, 21.012],
    codename: "eu-central-waw",
    storage: "WAW",
    aliases: ["eu-central-waw"],
    ...storage,
  },

  // Named "eu" or "UK", and outside the Union.
  ERI: {
    country: "GB",
    city: "London (Erith)",
    at: [51.484, 0.175],
    codename: "eu-west-eri",
    storage: "UK",
    aliases: ["UK", "eu-west-eri", "eri1", "eri2"],
    ...console,
  },
  "EU-WEST-LZ-MNC": { country: "GB", city: "Manchester", at: [53.481, -2.243], codename: "eu-west-lz-mnc", ...console },
  "EU-WEST-LZ-ZRH": { country: "CH", city: "Zurich", at: [47.377, 8.542], codename: "eu-west-lz-zrh", ...console },
  "EU-NORTH-LZ-OSL": { country: "NO", city: "Oslo", at: [59.914, 10.752], codename: "eu-north-lz-osl", ...console },

  // Local zones in the Union.
  "EU-WEST-LZ-AMS": { country: "NL", city: "Amsterdam", at: [52.368, 4.904], codename: "eu-west-lz-ams", ...console },
  "EU-WEST-LZ-BRU": { country: "BE", city: "Brussels", at: [50.85, 4.352], codename: "eu-west-lz-bru", ...console },
  "EU-WEST-LZ-DLN": { country: "IE", city: "Dublin", at: [53.35, -6.26], codename: "eu-west-lz-dln", ...page },
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

  // Elsewhere in the world, under OVHcloud itself.
  BHS: {
    country: "CA",
    city: "Beauharnois",
    at: [45.315, -73.878],
    codename: "ca-east-bhs",
    storage: "BHS",
    aliases: ["ca-east-bhs", "bhs2", "bhs4", "bhs6", "bhs7", "bhs8"],
    ...storage,
  },
  YYZ: {
    country: "CA",
    city: "Toronto",
    at: [43.653, -79.383],
    codename: "ca-east-tor",
    storage: "CA-EAST-TOR",
    aliases: ["TOR", "CA-EAST-TOR", "yyz01"],
    ...storage,
  },
  SGP: {
    country: "SG",
    city: "Singapore",
    at: [1.352, 103.82],
    codename: "ap-southeast-sgp",
    storage: "SGP",
    aliases: ["ap-southeast-sgp", "sgp02"],
    ...storage,
  },
  SYD: {
    country: "AU",
    city: "Sydney",
    at: [-33.869, 151.209],
    codename: "ap-southeast-syd",
    storage: "AP-SOUTHEAST-SYD",
    aliases: ["ap-southeast-syd", "syd2", "syd03"],
    ...storage,
  },
  MUM: {
    country: "IN",
    city: "Mumbai",
    at: [19.076, 72.878],
    codename: "ap-south-mum",
    storage: "AP-SOUTH-MUM",
    aliases: ["AP-SOUTH-MUM", "YNM", "ynm1"],
    ...storage,
  },
  "AF-NORTH-LZ-RBA": { country: "MA", city: "Rabat", at: [34.02, -6.841], codename: "af-north-lz-rba", ...console },
  "AF-CENTRAL-LZ-ABJ": { country: "CI", city: "Abidjan", at: [5.36, -4.008], codename: "af-central-lz-abj", ...console },
  "AP-SOUTH-LZ-AKL": { country: "NZ", city: "Auckland", at: [-36.851, 174.764], codename: "ap-south-lz-akl", ...console },
  "AP-SOUTH-LZ-BLR": { country: "IN", city: "Bangalore", at: [12.972, 77.595], codename: "ap-south-lz-blr", ...console },
  "AP-SOUTH-LZ-ICD": { country: "IN", city: "New Delhi", at: [28.614, 77.209], codename: "ap-south-lz-icd", ...console },
  "ME-SOUTH-LZ-DXB": { country: "AE", city: "Dubai", at: [25.205, 55.271], codename: "me-south-lz-dxb", ...console },
  "SA-CENTRAL-LZ-MEX": { country: "MX", city: "Mexico City", at: [19.433, -99.133], codename: "sa-central-lz-mex", ...console },
  "SA-EAST-LZ-SAO": { country: "BR", city: "São Paulo", at: [-23.551, -46.633], codename: "sa-east-lz-sao", ...console },
  "SA-WEST-LZ-BUE": { country: "AR", city: "Buenos Aires", at: [-34.604, -58.382], codename: "sa-west-lz-bue", ...console },
  "SA-WEST-LZ-SCL": { country: "CL", city: "Santiago", at: [-33.449, -70.669], codename: "sa-west-lz-scl", ...console },

  // The United States, under a company of its own.
  VIN: {
    country: "US",
    city: "Vint Hill",
    at: [38.76, -77.675],
    codename: "us-east-vin",
    storage: "US-EAST-VA",
    aliases: ["US-EAST-VA", "us-east-vin", "vin1"],
    operator: "ovhcloud-us",
    ...console,
  },
  HIL: {
    country: "US",
    city: "Hillsboro",
    at: [45.523, -122.99],
    codename: "us-west-hil",
    storage: "US-WEST-OR",
    aliases: ["US-WEST-OR", "us-west-hil", "hil1"],
    operator: "ovhcloud-us",
    ...console,
  },
  "US-CENTRAL-LZ-SLC": {
    country: "US",
    city: "Salt Lake City",
    at: [40.761, -111.891],
    codename: "us-central-lz-slc",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-CENTRAL-LZ-STL": {
    country: "US",
    city: "Saint Louis",
    at: [38.627, -90.199],
    codename: "us-central-lz-stl",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-ATL": {
    country: "US",
    city: "Atlanta",
    at: [33.749, -84.388],
    codename: "us-east-lz-atl",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-BOS": {
    country: "US",
    city: "Boston",
    at: [42.36, -71.058],
    codename: "us-east-lz-bos",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-CHI": {
    country: "US",
    city: "Chicago",
    at: [41.878, -87.63],
    codename: "us-east-lz-chi",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-DAL": {
    country: "US",
    city: "Dallas",
    at: [32.777, -96.797],
    codename: "us-east-lz-dal",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-MIA": {
    country: "US",
    city: "Miami",
    at: [25.762, -80.192],
    codename: "us-east-lz-mia",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-EAST-LZ-NYC": {
    country: "US",
    city: "New York",
    at: [40.713, -74.006],
    codename: "us-east-lz-nyc",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-WEST-LZ-DEN": {
    country: "US",
    city: "Denver",
    at: [39.739, -104.99],
    codename: "us-west-lz-den",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-WEST-LZ-LAX": {
    country: "US",
    city: "Los Angeles",
    at: [34.052, -118.244],
    codename: "us-west-lz-lax",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-WEST-LZ-PAO": {
    country: "US",
    city: "Palo Alto",
    at: [37.442, -122.143],
    codename: "us-west-lz-pao",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-WEST-LZ-PHX": {
    country: "US",
    city: "Phoenix",
    at: [33.448, -112.074],
    codename: "us-west-lz-phx",
    operator: "ovhcloud-us",
    ...console,
  },
  "US-WEST-LZ-SEA": {
    country: "US",
    city: "Seattle",
    at: [47.606, -122.332],
    codename: "us-west-lz-sea",
    operator: "ovhcloud-us",
    ...console,
  },
} as const satisfies Readonly<Record<string, OvhLocation>>;

export type OvhLocationId = keyof typeof locations;
