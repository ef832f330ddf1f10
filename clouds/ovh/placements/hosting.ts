import { reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const inService: Placement = {
  by: "parent",
  path: "service_name",
  of: ["ovh_hosting_privatedatabase", "data.ovh_hosting_privatedatabase"],
};

/** Databases for web hosting. */
export const resources = {
  // docs/resources/hosting_privatedatabase.md: label "dc", value "gra3".
  ovh_hosting_privatedatabase: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { dc: "region" },
    told: ["datacenter"],
  },
  ovh_hosting_privatedatabase_database: inService,
  ovh_hosting_privatedatabase_user: inService,
  ovh_hosting_privatedatabase_user_grant: inService,
  ovh_hosting_privatedatabase_whitelist: inService,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_hosting_privatedatabase: reads("Reads one database service.", "datacenter"),
  ovh_hosting_privatedatabase_database: inService,
  ovh_hosting_privatedatabase_user: inService,
  ovh_hosting_privatedatabase_user_grant: inService,
  ovh_hosting_privatedatabase_whitelist: inService,
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
