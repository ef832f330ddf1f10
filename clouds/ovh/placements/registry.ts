import { at, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const inRegistry: Placement = {
  by: "parent",
  path: "registry_id",
  of: ["ovh_cloud_project_containerregistry", "data.ovh_cloud_project_containerregistry"],
};

const oidc = "The identity provider at which people log in to the registry: it is asked, and no image goes there.";

/** Managed container registries. */
export const resources = {
  ovh_cloud_project_containerregistry: at("region"),
  ovh_cloud_project_containerregistry_iam: inRegistry,
  ovh_cloud_project_containerregistry_ip_restrictions_management: inRegistry,
  ovh_cloud_project_containerregistry_ip_restrictions_registry: inRegistry,
  ovh_cloud_project_containerregistry_oidc: { ...inRegistry, notPlaces: { oidc_endpoint: oidc } },
  ovh_cloud_project_containerregistry_user: inRegistry,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project_capabilities_containerregistry: nowhere("Lists the registry plans that are for sale, by region."),
  ovh_cloud_project_capabilities_containerregistry_filter: {
    ...nowhere("Finds the id of a plan that is for sale."),
    notPlaces: { region: "Filters a catalogue; nothing is put there." },
  },
  ovh_cloud_project_containerregistries: reads("Lists registries.", "result[].region"),
  ovh_cloud_project_containerregistry: reads("Reads one registry.", "region"),
  ovh_cloud_project_containerregistry_ip_restrictions_management: inRegistry,
  ovh_cloud_project_containerregistry_ip_restrictions_registry: inRegistry,
  ovh_cloud_project_containerregistry_oidc: { ...inRegistry, notPlaces: { oidc_endpoint: oidc } },
  ovh_cloud_project_containerregistry_users: inRegistry,
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
