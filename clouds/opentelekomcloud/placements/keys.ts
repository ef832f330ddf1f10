import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here } from "./shared.ts";

/** Keys. `realm` is written as a region or a zone (docs/resources/kms_key_v1.md: `eu-de-01`); the key is where the block says in any case. */
export const resources = {
  opentelekomcloud_kms_grant_v1: here,
  opentelekomcloud_kms_key_v1: { ...here, zones: ["realm"] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_kms_data_key_v1: here,
  opentelekomcloud_kms_key_v1: {
    ...here,
    zones: ["realm"],
    notPlaces: { domain_id: "The account.", origin: "Whether the key was made here or brought along." },
  },
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
