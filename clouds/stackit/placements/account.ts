import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { identity } from "./shared.ts";

const folder = "A folder of the organisation: it holds no data, and what is put into it says where itself.";

/** What the organisation has as a whole: projects, rights and identities. */
export const resources = {
  stackit_authorization_organization_role_assignment: nowhere(identity),
  stackit_authorization_project_role_assignment: nowhere(identity),
  stackit_key_pair: nowhere("A public key of the user: meant to be known, and it carries no data."),
  stackit_resourcemanager_folder: nowhere(folder),
  stackit_resourcemanager_project: nowhere(folder),
  stackit_service_account: nowhere(identity),
  stackit_service_account_access_token: nowhere(identity),
  stackit_service_account_key: nowhere(identity),
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_iaas_project: nowhere("Reads a project, which has no place."),
  stackit_key_pair: nowhere("Reads a public key of the user."),
  stackit_public_ip_ranges: nowhere("Lists the operator's public addresses."),
  stackit_resourcemanager_folder: nowhere(folder),
  stackit_resourcemanager_project: nowhere(folder),
  stackit_service_account: nowhere(identity),
} satisfies Partial<Record<StackitDataSourceType, Placement>>;

/** What is asked for one run, and kept in no state. */
export const ephemeral: Readonly<Record<string, Placement>> = { stackit_access_token: nowhere(identity) };
