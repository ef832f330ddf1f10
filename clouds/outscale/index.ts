/** `terroir/outscale`: 3DS Outscale, its regions and what can be built there. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * 3DS Outscale. Called with a region in the EU it gives a place; `outscale.outsideEu` gives one elsewhere, which a stack takes only under a policy that
 * approves it. `cloudgouv-eu-west-1` is the region that holds the SecNumCloud qualification. Accounts end at their region: keys come from the
 * environment (OSC_ACCESS_KEY, OSC_SECRET_KEY; for buckets MINIO_USER, MINIO_PASSWORD, the same pair).
 *
 * @example
 * const place = outscale("eu-west-2");
 * console.assert(place.country === "FR" && !("database" in place.offers));
 */
export const outscale = defineCloud({
  name: "outscale",
  operator: "outscale",
  provider: {
    name: "outscale",
    source: "outscale/outscale",
    version: "~> 1.8",
    // Each region is a cloud of its own there: the block is the place. Managed Kubernetes has a block of its own.
    block: ({ region }) => ({
      alias: region,
      args: { api: [{ region, endpoint: `https://api.${region}.outscale.com/api/v1` }], oks: [{ region }] },
    }),
  },
  further: [s3Client((region) => ({ host: new URL(objectStorage(region).endpoint).host, region }))],
  account: {},
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
