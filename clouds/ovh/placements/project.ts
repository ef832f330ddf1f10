import { at, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** Public Cloud projects: the account's folder, its regions, quotas, users and SSH keys. */
export const resources = {
  ovh_cloud_project: {
    by: "global",
    because: "A project is a folder of the account: it holds no data, and what is put into it says where itself.",
    notPlaces: {
      "plan[].configuration[].value": "Details of the order of a project, which is sold without a place.",
      "plan_option[].configuration[].value":
        "Details of an option such as the health data certificate, which holds for the project wherever it is used.",
    },
  },
  ovh_cloud_project_alerting: nowhere("Sends a mail when the project's bill passes a threshold."),
  // Activates a region in the project; docs/resources/cloud_project_region.md.
  ovh_cloud_project_region: { ...at("region"), told: ["region_name", "country_code"] },
  ovh_cloud_project_ssh_key: {
    by: "attribute",
    paths: ["region"],
    absent: {
      means: "nothing",
      because: "Without a region the key is the project's; a public key is meant to be known, and carries no data.",
    },
  },
  ovh_cloud_project_user: nowhere("Credentials of the project, valid in each of its regions; they reach only what has been placed there."),
  ovh_cloud_project_user_s3_credential: nowhere("A key pair of a project user; the buckets that it opens have places of their own."),
  ovh_cloud_project_user_s3_policy: nowhere("Rights of a project user on buckets, which have places of their own."),
  // Raises what may be used in each named region: an allowance beyond the approved regions prepares leaving them.
  ovh_cloud_quota: at("regions[].region"),
  ovh_cloud_ssh_key: nowhere("A public key of the project: meant to be known, and it carries no data."),
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project: nowhere("Facts about the project itself, which has no place."),
  ovh_cloud_project_region: reads("Says what a region of the project offers.", "name"),
  ovh_cloud_project_regions: nowhere("Lists the names of the project's regions."),
  ovh_cloud_project_ssh_key: nowhere("A public key of the project."),
  ovh_cloud_project_ssh_keys: {
    ...nowhere("Public keys of the project."),
    notPlaces: { region: "Filters the list; nothing is put there." },
  },
  ovh_cloud_project_user: nowhere("Credentials of the project, valid in each of its regions."),
  ovh_cloud_project_user_s3_credential: nowhere("A key pair of a project user."),
  ovh_cloud_project_user_s3_credentials: nowhere("Key pairs of a project user."),
  ovh_cloud_project_user_s3_policy: nowhere("Rights of a project user on buckets."),
  ovh_cloud_project_users: nowhere("Credentials of the project, valid in each of its regions."),
  ovh_cloud_project_vrack: nowhere("Names the private network that the project is attached to; what is attached has its own place."),
  ovh_cloud_projects: nowhere("Lists the account's projects."),
  ovh_cloud_quota: { ...nowhere("What the project may still use."), notPlaces: { region: "Filters the list; nothing is put there." } },
  ovh_cloud_region: reads("Says what a region of the project offers.", "name", "country"),
  ovh_cloud_regions: nowhere("Lists the regions of the project."),
  ovh_cloud_ssh_key: nowhere("A public key of the project."),
  ovh_cloud_ssh_keys: nowhere("Public keys of the project."),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
