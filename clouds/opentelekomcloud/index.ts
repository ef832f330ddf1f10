/** `terroir/opentelekomcloud`: Open Telekom Cloud, its regions and what can be built there. */
import { defineCloud } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { identityOf, objectStorage } from "./object-storage.ts";
import { regions } from "./regions.ts";
import { machineSizes } from "./sizes.ts";

/**
 * Open Telekom Cloud (T Cloud Public) of T-Systems. `eu-de` is in Saxony-Anhalt, `eu-nl` in Amsterdam; `opentelekomcloud.outsideEu("eu-ch2")` is in Bern.
 * Credentials come from the environment (OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME, OS_PROJECT_NAME, or OS_ACCESS_KEY and OS_SECRET_KEY).
 *
 * @example
 * const place = opentelekomcloud("eu-nl");
 * console.assert(place.country === "NL" && "cluster" in place.offers && !("secretStore" in place.offers));
 */
export const opentelekomcloud = defineCloud({
  name: "opentelekomcloud",
  operator: "t-systems",
  provider: {
    name: "opentelekomcloud",
    source: "opentelekomcloud/opentelekomcloud",
    version: "~> 1.36",
    block: ({ region }) => ({ alias: region, args: { auth_url: identityOf(region), region } }),
  },
  // Draws the passwords that the provider asks for and makes none of.
  further: [{ name: "random", source: "hashicorp/random", version: "~> 3.7", block: () => ({ args: {} }) }],
  account: {},
  objectStorage,
  regions,
  lower,
  sizes: machineSizes,
  absent,
  remarks,
});
