import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** Keys and secrets. */
export const resources = {
  scaleway_key_manager_key: { ...region, notPlaces: { origin: "Who made the key material: Scaleway, or the customer." } },
  scaleway_key_manager_key_material: within(["region"], "key_id", "scaleway_key_manager_key", "data.scaleway_key_manager_key"),
  scaleway_secret: region,
  scaleway_secret_version: within(["region"], "secret_id", "scaleway_secret", "data.scaleway_secret"),
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_key_manager_key: region,
  scaleway_key_manager_verify: region,
  scaleway_secret: region,
  scaleway_secret_version: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;

const byKey = within(["region"], "key_id", "scaleway_key_manager_key", "data.scaleway_key_manager_key");

/** What is done with a key, of which no state keeps the answer. */
export const ephemeral: Readonly<Record<string, Placement>> = {
  scaleway_key_manager_decrypt: byKey,
  scaleway_key_manager_encrypt: byKey,
  scaleway_key_manager_generate_data_key: byKey,
  scaleway_key_manager_sign: byKey,
};
