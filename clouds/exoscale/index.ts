/** `terroir/exoscale`: Exoscale, its zones and what can be built there. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * Exoscale of Akenes, Lausanne: zones in Austria, Bulgaria, Germany and Croatia; `exoscale.outsideEu` gives those in Switzerland. Keys come from the
 * environment (EXOSCALE_API_KEY, EXOSCALE_API_SECRET; for buckets MINIO_USER, MINIO_PASSWORD, the same pair). What a policy says of the operator, which
 * sits in Switzerland and belongs to A1 Telekom Austria, decides whether a stack may stand there.
 *
 * @example
 * const place = exoscale("at-vie-1");
 * console.assert(place.country === "AT" && "keyRing" in place.offers && !("cluster" in place.offers));
 */
export const exoscale = defineCloud({
  name: "exoscale",
  operator: "exoscale",
  provider: { name: "exoscale", source: "exoscale/exoscale", version: "~> 0.70", block: () => ({ args: { environment: "api" } }) },
  further: [s3Client((region) => ({ host: new URL(objectStorage(region).endpoint).host, region }))],
  account: {},
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
