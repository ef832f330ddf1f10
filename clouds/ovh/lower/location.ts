import { InputError } from "../../../catalogue/index.ts";
import { locations, type OvhLocation } from "../locations.ts";
import { regions } from "../regions.ts";

/** Name of a region's location in the v2 API, which key management uses: `eu-west-gra` for `GRA11`. */
export function codenameOf(region: string): string {
  return locationOf(region).codename;
}

/** Name of a region's location for databases and registries: `GRA` for `GRA11`. `what` is for the error. */
export function shortNameOf(region: string, what: string): string {
  const { storage, city } = locationOf(region);
  if (storage === undefined)
    throw new InputError(`OVHcloud sells no ${what} in ${region} (${city}). Put it into a region such as GRA11 or EU-WEST-PAR.`);
  return storage;
}

function locationOf(region: string): OvhLocation {
  const known = (regions as Readonly<Record<string, { readonly location?: string }>>)[region];
  const location = (locations as Readonly<Record<string, OvhLocation>>)[known?.location ?? region];
  if (location === undefined) throw new InputError(`OVHcloud has no region "${region}".`);
  return location;
}
