/** `terroir/ovh`: OVHcloud, its regions and what can be built there. */
import { defineCloud } from "../contract/index.ts";
import { lower } from "./lower/index.ts";
import { objectStorage } from "./lower/object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * OVHcloud. Called with a region in the EU it gives a place; `ovh.outsideEu` gives one elsewhere, which a stack takes only under a policy that
 * approves it.
 *
 * @example
 * const place = ovh("GRA11");
 * console.assert(place.country === "FR" && "bucket" in place.offers);
 */
export const ovh = defineCloud({
  name: "ovh",
  operator: "ovhcloud",
  provider: {
    name: "ovh",
    source: "ovh/ovh",
    version: "~> 2.19",
    // The endpoint is the company that answers: OVH SAS for all the world but the United States, where OVH US LLC has accounts of its own.
    block: (at) => (at.country === "US" ? { alias: "us", args: { endpoint: "ovh-us" } } : { args: { endpoint: "ovh-eu" } }),
  },
  account: {
    subsidiary: {
      description: "OVHcloud company that bills the account, by its country: FR, DE, PL … Products that are ordered ask for it.",
      default: "FR",
    },
    project: { description: "Id of the OVHcloud Public Cloud project, 32 hexadecimal characters, as the control panel shows it." },
  },
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
});
