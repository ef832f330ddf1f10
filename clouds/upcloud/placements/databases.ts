import { at, beside } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { UpcloudDataSourceType, UpcloudResourceType } from "../types.ts";

const zone = at("zone");
const source = { "properties[].migration[].host": "Where the data is taken from, once; it is written here." } as const;
const login = "Who vouches for the people who log in: asked for its keys, and told nothing of the data.";
const engines = [
  "upcloud_managed_database_mysql",
  "upcloud_managed_database_opensearch",
  "upcloud_managed_database_postgresql",
  "upcloud_managed_database_valkey",
] as const;
const inService: Placement = beside("service", ...engines);

/** Managed databases. */
export const resources = {
  upcloud_managed_database_logical_database: inService,
  upcloud_managed_database_mysql: {
    ...zone,
    notPlaces: { ...source, "properties[].default_time_zone": "The clock that the server keeps." },
  },
  upcloud_managed_database_opensearch: {
    ...zone,
    notPlaces: {
      "properties[].custom_domain": "A name under which the service answers as well.",
      "properties[].jwt[].jwt_url_parameter": "The name of a parameter of a request.",
      "properties[].jwt[].required_issuer": login,
      "properties[].openid[].connect_url": login,
      "properties[].openid[].jwt_url_parameter": "The name of a parameter of a request.",
      "properties[].saml[].idp_metadata_url": login,
    },
  },
  upcloud_managed_database_postgresql: { ...zone, notPlaces: source },
  upcloud_managed_database_user: inService,
  upcloud_managed_database_valkey: { ...zone, notPlaces: source },
} satisfies Partial<Record<UpcloudResourceType, Placement>>;

export const dataSources = {
  upcloud_managed_database_mysql_sessions: beside("service", "upcloud_managed_database_mysql"),
  upcloud_managed_database_opensearch_indices: beside("service", "upcloud_managed_database_opensearch"),
  upcloud_managed_database_postgresql_sessions: {
    ...beside("service", "upcloud_managed_database_postgresql"),
    notPlaces: { "sessions[].client_hostname": "Filters the list by who is connected." },
  },
  upcloud_managed_database_valkey_sessions: beside("service", "upcloud_managed_database_valkey"),
} satisfies Partial<Record<UpcloudDataSourceType, Placement>>;
