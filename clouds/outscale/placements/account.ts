import { home, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";

const here = home();

/** Identities, keys, rules of access and labels. An account is of one region and is not known in another (docs.outscale.com, "À propos des Régions"), so that these are where the provider block says, too. */
export const resources = {
  outscale_access_key: here,
  outscale_api_access_policy: here,
  outscale_api_access_rule: here,
  outscale_ca: here,
  outscale_keypair: here,
  outscale_policy: here,
  outscale_policy_version: here,
  outscale_tag: here,
  outscale_user: here,
  outscale_user_group: here,
} satisfies Partial<Record<OutscaleResourceType, Placement>>;

export const dataSources = {
  outscale_access_key: here,
  outscale_access_keys: here,
  outscale_account: nowhere("Describes the account: its city and country are the customer's own."),
  outscale_accounts: nowhere("Describes the accounts: their cities and countries are the customer's own."),
  outscale_api_access_policy: here,
  outscale_api_access_rule: here,
  outscale_api_access_rules: here,
  outscale_ca: here,
  outscale_cas: here,
  outscale_entities_linked_to_policy: here,
  outscale_keypair: here,
  outscale_keypairs: here,
  outscale_policies: here,
  outscale_policies_linked_to_user: here,
  outscale_policies_linked_to_user_group: here,
  outscale_policy: here,
  outscale_product_type: nowhere("Describes a licence that is for sale."),
  outscale_product_types: nowhere("Lists licences that are for sale."),
  outscale_public_catalog: nowhere("Lists prices."),
  outscale_quota: nowhere("What the account may still use."),
  outscale_quotas: nowhere("What the account may still use."),
  outscale_regions: nowhere("Lists the regions."),
  outscale_subregions: nowhere("Lists the subregions of the account."),
  outscale_tag: here,
  outscale_tags: here,
  outscale_user: here,
  outscale_user_group: here,
  outscale_user_groups: here,
  outscale_user_groups_per_user: here,
  outscale_users: here,
} satisfies Partial<Record<OutscaleDataSourceType, Placement>>;
