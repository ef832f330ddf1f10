/** `terroir/hcloud`: Hetzner Cloud, its locations and what can be built there. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * Hetzner Cloud: Falkenstein and Nuremberg in Germany, Helsinki in Finland; `hcloud.outsideEu` gives Ashburn, Hillsboro and Singapore. The token comes from
 * the environment (HCLOUD_TOKEN); for buckets MINIO_USER and MINIO_PASSWORD, a key pair of object storage.
 *
 * @example
 * const place = hcloud("fsn1");
 * console.assert(place.country === "DE" && "bucket" in place.offers && !("cluster" in place.offers));
 */
export const hcloud = defineCloud({
  name: "hcloud",
  operator: "hetzner",
  provider: {
    name: "hcloud",
    source: "hetznercloud/hcloud",
    version: "~> 1.68",
    // One address for every location; a project's token says which project.
    block: () => ({ args: { endpoint: "https://api.hetzner.cloud/v1" } }),
  },
  further: [s3Client((region) => ({ host: new URL(objectStorage(region)?.endpoint ?? "https://none.invalid").host, region }))],
  account: {},
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
