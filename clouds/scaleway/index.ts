/** `terroir/scaleway`: Scaleway, its regions and what can be built there. */
import { defineCloud } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * Scaleway. Called with a region it gives a place; all its regions are in the EU. Keys come from the environment (SCW_ACCESS_KEY, SCW_SECRET_KEY).
 *
 * @example
 * const place = scaleway("nl-ams");
 * console.assert(place.country === "NL" && place.zones.length === 3);
 */
export const scaleway = defineCloud({
  name: "scaleway",
  operator: "scaleway",
  provider: {
    name: "scaleway",
    source: "scaleway/scaleway",
    version: "~> 2.80",
    block: ({ region, zones }, { project }) => ({
      alias: region,
      args: {
        region,
        zone: zones[0] ?? `${region}-1`,
        api_url: "https://api.scaleway.com",
        ...(project === undefined ? {} : { project_id: project }),
      },
    }),
  },
  // Draws the passwords of database users: the provider takes one and makes none.
  further: [{ name: "random", source: "hashicorp/random", version: "~> 3.7", block: () => ({ args: {} }) }],
  account: { project: { description: "Id of the Scaleway project that everything belongs to." } },
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
