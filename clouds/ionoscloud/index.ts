/** `terroir/ionoscloud`: IONOS, its locations and what can be built there. */
import { defineCloud } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";

/**
 * IONOS of Montabaur: machines, clusters and balancers everywhere, buckets, databases and file shares in Berlin (`de/txl`) and Frankfurt (`de/fra`), and a
 * container registry in Frankfurt.
 * Keys come from the environment (IONOS_TOKEN; for buckets IONOS_S3_ACCESS_KEY, IONOS_S3_SECRET_KEY).
 *
 * @example
 * const place = ionoscloud("de/fra");
 * console.assert(place.country === "DE" && "cluster" in place.offers && !("keyRing" in place.offers));
 */
export const ionoscloud = defineCloud({
  name: "ionoscloud",
  operator: "ionos",
  provider: {
    name: "ionoscloud",
    source: "ionos-cloud/ionoscloud",
    version: "~> 6.7, >= 6.7.34",
    block: ({ region }) => {
      const store = objectStorage(region);
      return {
        alias: region.replaceAll("/", "-"),
        args: { endpoint: "https://api.ionos.com", ...(store === undefined ? {} : { s3_region: store.region }) },
      };
    },
  },
  // Draws the passwords that databases ask for.
  further: [{ name: "random", source: "hashicorp/random", version: "~> 3.7", block: () => ({ args: {} }) }],
  account: {},
  objectStorage,
  regions,
  lower,
  absent,
  remarks,
});
