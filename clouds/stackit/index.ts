/** `terroir/stackit`: STACKIT, its regions and what can be built there. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * STACKIT of the Schwarz Group: `eu01` in Germany, `eu02` in Austria. Credentials come from the environment (STACKIT_SERVICE_ACCOUNT_KEY_PATH; for buckets
 * MINIO_USER and MINIO_PASSWORD, a credential of object storage).
 *
 * @example
 * const place = stackit("eu01");
 * console.assert(place.country === "DE" && "cluster" in place.offers && !("database" in place.offers));
 */
export const stackit = defineCloud({
  name: "stackit",
  operator: "stackit",
  provider: {
    name: "stackit",
    source: "stackitcloud/stackit",
    version: "~> 0.75",
    block: ({ region }) => ({ alias: region, args: { default_region: region, enable_beta_resources: true } }),
  },
  further: [s3Client((region) => ({ host: new URL(objectStorage(region).endpoint).host, region }))],
  account: { project: { description: "Id of the STACKIT project that everything belongs to." } },
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
