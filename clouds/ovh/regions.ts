import type { Region } from "../contract/region.ts";
import type { OvhLocation } from "./location.ts";
import { locations, type OvhLocationId } from "./locations.ts";

type Standing<K extends OvhLocationId> = Pick<(typeof locations)[K], "country" | "city" | "at" | "source" | "seen"> & {
  readonly verified?: false;
  readonly location: K;
  readonly operator?: string;
};

/** What a region has from its location; the location's aliases stay there, since they name no region in particular. */
function standsIn<const K extends OvhLocationId>(location: K): Standing<K> {
  const { country, city, at, source, seen, operator, verified }: OvhLocation = locations[location];
  const site = { country, city, at, source, seen, location };
  return { ...site, ...(operator !== undefined && { operator }), ...(verified !== undefined && { verified }) } as Standing<K>;
}

/** Object storage names no store of these that the provider documents; `lower/object-storage.ts` has those that it does. */
const withoutBuckets = <const K extends OvhLocationId>(location: K) => ({ ...standsIn(location), without: ["bucket"] as const });

/** Local zones sell machines, networks and volumes; buckets, databases and registries are sold in regions only. */
const localZone = <const K extends OvhLocationId>(location: K) => ({
  ...standsIn(location),
  without: ["bucket", "database", "registry"] as const,
});

/** Regions of OVHcloud under the codes of its Public Cloud, which a person writes in `ovh("GRA11")`. Where several stand in one place, the newest comes first. */
export const regions = {
  GRA11: standsIn("GRA"),
  GRA9: standsIn("GRA"),
  GRA7: standsIn("GRA"),
  GRA5: standsIn("GRA"),
  GRA3: standsIn("GRA"),
  GRA1: standsIn("GRA"),
  "RBX-A": standsIn("RBX"),
  "EU-WEST-RBX": withoutBuckets("RBX"),
  SBG7: standsIn("SBG"),
  SBG5: standsIn("SBG"),
  SBG3: standsIn("SBG"),
  SBG1: standsIn("SBG"),
  "EU-WEST-PAR": { ...standsIn("PAR"), zones: ["eu-west-par-a", "eu-west-par-b", "eu-west-par-c"] },
  "EU-SOUTH-MIL": { ...standsIn("MIL"), zones: ["eu-south-mil-a", "eu-south-mil-b", "eu-south-mil-c"] },
  DE1: standsIn("LIM"),
  WAW1: standsIn("WAW"),

  // Named after the French qualification SecNumCloud; which of their services hold it, no certificate here says. The v2 API alone names them.
  "eu-west-gra-snc": withoutBuckets("GRA"),
  "eu-west-rbx-snc": withoutBuckets("RBX"),
  "eu-west-sbg-snc": withoutBuckets("SBG"),

  // Local zones, smaller and nearer to users. MNC, ZRH and OSL are outside the Union whatever their names say.
  "EU-WEST-LZ-MNC-A": localZone("EU-WEST-LZ-MNC"),
  "EU-WEST-LZ-ZRH-A": localZone("EU-WEST-LZ-ZRH"),
  "EU-NORTH-LZ-OSL-A": localZone("EU-NORTH-LZ-OSL"),
  "EU-WEST-LZ-AMS-A": localZone("EU-WEST-LZ-AMS"),
  "EU-WEST-LZ-BRU-A": localZone("EU-WEST-LZ-BRU"),
  "EU-WEST-LZ-DLN-A": localZone("EU-WEST-LZ-DLN"),
  "EU-WEST-LZ-LUX-A": localZone("EU-WEST-LZ-LUX"),
  "EU-WEST-LZ-MRS-A": localZone("EU-WEST-LZ-MRS"),
  "EU-WEST-LZ-VIE-A": localZone("EU-WEST-LZ-VIE"),
  "EU-SOUTH-LZ-LIS-A": localZone("EU-SOUTH-LZ-LIS"),
  "EU-SOUTH-LZ-MAD-A": localZone("EU-SOUTH-LZ-MAD"),
  "EU-SOUTH-LZ-MIL-A": localZone("EU-SOUTH-LZ-MIL"),
  "EU-CENTRAL-LZ-BUH-A": localZone("EU-CENTRAL-LZ-BUH"),
  "EU-CENTRAL-LZ-PRG-A": localZone("EU-CENTRAL-LZ-PRG"),
  "EU-CENTRAL-LZ-SOF-A": localZone("EU-CENTRAL-LZ-SOF"),
  "EU-NORTH-LZ-CPH-A": localZone("EU-NORTH-LZ-CPH"),
  "EU-NORTH-LZ-HEL-A": localZone("EU-NORTH-LZ-HEL"),
  "EU-NORTH-LZ-STO-A": localZone("EU-NORTH-LZ-STO"),

  // Outside the European Union.
  UK1: standsIn("ERI"),
  BHS5: standsIn("BHS"),
  BHS3: standsIn("BHS"),
  BHS1: standsIn("BHS"),
  "CA-EAST-TOR-1": standsIn("YYZ"),
  SGP1: standsIn("SGP"),
  SYD1: standsIn("SYD"),
  "AP-SOUTHEAST-SYD-2": withoutBuckets("SYD"),
  "AP-SOUTH-MUM-1": standsIn("MUM"),
  "US-EAST-VA-1": withoutBuckets("VIN"),
  "US-WEST-OR-1": withoutBuckets("HIL"),
  "AF-NORTH-LZ-RBA-A": localZone("AF-NORTH-LZ-RBA"),
  "AF-CENTRAL-LZ-ABJ-A": localZone("AF-CENTRAL-LZ-ABJ"),
  "AP-SOUTH-LZ-AKL-A": localZone("AP-SOUTH-LZ-AKL"),
  "AP-SOUTH-LZ-BLR-A": localZone("AP-SOUTH-LZ-BLR"),
  "AP-SOUTH-LZ-ICD-A": localZone("AP-SOUTH-LZ-ICD"),
  "ME-SOUTH-LZ-DXB-A": localZone("ME-SOUTH-LZ-DXB"),
  "SA-CENTRAL-LZ-MEX-A": localZone("SA-CENTRAL-LZ-MEX"),
  "SA-EAST-LZ-SAO-A": localZone("SA-EAST-LZ-SAO"),
  "SA-WEST-LZ-BUE-A": localZone("SA-WEST-LZ-BUE"),
  "SA-WEST-LZ-SCL-A": localZone("SA-WEST-LZ-SCL"),
  "US-CENTRAL-LZ-SLC-A": localZone("US-CENTRAL-LZ-SLC"),
  "US-CENTRAL-LZ-STL-A": localZone("US-CENTRAL-LZ-STL"),
  "US-EAST-LZ-ATL-A": localZone("US-EAST-LZ-ATL"),
  "US-EAST-LZ-BOS-A": localZone("US-EAST-LZ-BOS"),
  "US-EAST-LZ-CHI-A": localZone("US-EAST-LZ-CHI"),
  "US-EAST-LZ-DAL-A": localZone("US-EAST-LZ-DAL"),
  "US-EAST-LZ-MIA-A": localZone("US-EAST-LZ-MIA"),
  "US-EAST-LZ-NYC-A": localZone("US-EAST-LZ-NYC"),
  "US-WEST-LZ-DEN-A": localZone("US-WEST-LZ-DEN"),
  "US-WEST-LZ-LAX-A": localZone("US-WEST-LZ-LAX"),
  "US-WEST-LZ-PAO-A": localZone("US-WEST-LZ-PAO"),
  "US-WEST-LZ-PHX-A": localZone("US-WEST-LZ-PHX"),
  "US-WEST-LZ-SEA-A": localZone("US-WEST-LZ-SEA"),
} as const satisfies Readonly<Record<string, Region>>;
