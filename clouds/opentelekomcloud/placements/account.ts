import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";

/** One identity service answers for eu-de and eu-nl, and one of its own for eu-ch2: whichever it is, jurisdiction/endpoint judges its address. */
const identity = "Identities and rights of the whole account, kept by the identity service; they reach only what has been placed.";
const rights: Placement = nowhere(identity);
const inDomain: Placement = {
  ...rights,
  notPlaces: { domain_id: "The account.", region: "Identities are of the whole account; the region is that of the call." },
};
/** Those who vouch for users learn who signs in, and decide who may: they are judged like any other address that is trusted. */
const vouchers = (): Placement => ({
  ...rights,
  sends: [
    { path: "access_config[].provider_url", kind: "peer", means: "endpoint" },
    { path: "access_config[].authorization_endpoint", kind: "peer", means: "endpoint" },
  ],
});

/** The account: identities, projects, rights and labels. */
export const resources = {
  opentelekomcloud_identity_acl_v3: rights,
  opentelekomcloud_identity_agency_v3: {
    ...rights,
    notPlaces: { delegated_domain_name: "The account or service that may act.", domain_roles: "Names of rights." },
  },
  opentelekomcloud_identity_credential_v3: rights,
  opentelekomcloud_identity_group_membership_v3: rights,
  opentelekomcloud_identity_group_v3: inDomain,
  opentelekomcloud_identity_login_policy_v3: rights,
  opentelekomcloud_identity_mapping_v3: rights,
  opentelekomcloud_identity_password_policy_v3: rights,
  // A project is of one region, with which its name begins: `eu-de_shop` (docs/resources/identity_project_v3.md, read 2026-11-28).
  opentelekomcloud_identity_project_v3: {
    by: "attribute",
    paths: ["name"],
    names: "project",
    notPlaces: { domain_id: "The account.", region: "The project's name says its region; this is that of the call." },
  },
  opentelekomcloud_identity_protection_policy_v3: rights,
  opentelekomcloud_identity_protocol_v3: {
    ...vouchers(),
    notPlaces: { "metadata[].domain_id": "The account." },
  },
  opentelekomcloud_identity_provider: vouchers(),
  opentelekomcloud_identity_provider_v3: rights,
  opentelekomcloud_identity_role_assignment_v3: { ...rights, notPlaces: { domain_id: "The account." } },
  opentelekomcloud_identity_role_v3: rights,
  opentelekomcloud_identity_user_group_membership_v3: rights,
  opentelekomcloud_identity_user_v3: { ...rights, notPlaces: { country_code: "Of the user's telephone number." } },
  opentelekomcloud_tms_tags_v1: nowhere("Labels that may be chosen in the console: they hold no data."),
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

const ofDomain: Placement = { ...rights, notPlaces: { domain_id: "The account." } };

export const dataSources = {
  opentelekomcloud_identity_agency_v3: { ...rights, notPlaces: { trust_domain_id: "The account that may act." } },
  opentelekomcloud_identity_auth_scope_v3: {
    ...nowhere("Says as whom the provider is signed in."),
    notPlaces: { region: "That of the call; nothing is put there." },
  },
  opentelekomcloud_identity_credential_v3: rights,
  opentelekomcloud_identity_group_v3: inDomain,
  opentelekomcloud_identity_project_v3: {
    ...nowhere("Reads a project of the account, in which what is put says where itself."),
    notPlaces: { domain_id: "The account.", is_domain: "Whether the account itself is meant." },
  },
  opentelekomcloud_identity_projects_v3: nowhere("Lists the projects of the account."),
  opentelekomcloud_identity_role_custom_v3: rights,
  opentelekomcloud_identity_role_v3: inDomain,
  opentelekomcloud_identity_user_v3: ofDomain,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
