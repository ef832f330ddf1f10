/** `terroir/upcloud`: UpCloud, its zones and what can be built there. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/** The regions of object storage hold no machines. */
const { "europe-1": _first, "europe-2": _second, "europe-3": _third, ...zones } = regions;

/**
 * UpCloud of Helsinki: zones in Finland, Germany, Denmark, Spain, the Netherlands, Poland and Sweden; `upcloud.outsideEu` gives those elsewhere. The token
 * comes from the environment (UPCLOUD_TOKEN); for buckets MINIO_USER and MINIO_PASSWORD, a key pair of the object storage service that `account` names.
 *
 * @example
 * const place = upcloud("fi-hel1");
 * console.assert(place.country === "FI" && "database" in place.offers && !("keyRing" in place.offers));
 */
export const upcloud = defineCloud({
  name: "upcloud",
  operator: "upcloud",
  provider: { name: "upcloud", source: "UpCloudLtd/upcloud", version: "~> 5.36", block: () => ({ args: {} }) },
  further: [s3Client((zone, { objectStorage: service = "" }) => objectStorage(zone, service) ?? { host: "none.invalid", region: zone })],
  account: {
    objectStorage: {
      description: "Managed Object Storage service that keeps the buckets: what stands before .upcloudobjects.com in its address",
      default: "",
    },
  },
  regions: zones,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
