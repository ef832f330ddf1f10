import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region } from "./shared.ts";

/** Databases by Trove. */
export const resources = {
  openstack_db_configuration_v1: { ...region, notPlaces: { "configuration[].value": "A setting of the database." } },
  openstack_db_database_v1: region,
  openstack_db_instance_v1: { ...region, notPlaces: { "user[].host": "From where the user may connect." } },
  openstack_db_user_v1: { ...region, notPlaces: { host: "From where the user may connect." } },
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
