import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { identity } from "./shared.ts";

/** Identities, projects and rights, and the catalogue of services. The cloud has one identity service, whose address jurisdiction/endpoint judges. */
export const resources = {
  openstack_identity_application_credential_v3: identity,
  openstack_identity_ec2_credential_v3: identity,
  openstack_identity_endpoint_v3: {
    ...identity,
    // Tells everybody who signs in where a service answers: it can lead them anywhere.
    sends: [
      { path: "url", kind: "peer", means: "endpoint" },
      { path: "endpoint_region", kind: "peer", means: "region" },
    ],
  },
  openstack_identity_group_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_inherit_role_assignment_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_limit_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_project_v3: {
    ...identity,
    notPlaces: { domain_id: "The account, or a part of it.", is_domain: "Whether the project is an account itself." },
  },
  openstack_identity_registered_limit_v3: identity,
  openstack_identity_role_assignment_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_role_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_service_v3: identity,
  openstack_identity_user_membership_v3: identity,
  openstack_identity_user_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_identity_auth_scope_v3: identity,
  openstack_identity_endpoint_v3: {
    ...identity,
    notPlaces: { endpoint_region: "Filters by the region that the address serves; nothing is put there." },
  },
  openstack_identity_group_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_project_ids_v3: {
    ...identity,
    notPlaces: { domain_id: "The account, or a part of it.", is_domain: "Whether the project is an account itself." },
  },
  openstack_identity_project_v3: {
    ...identity,
    notPlaces: { domain_id: "The account, or a part of it.", is_domain: "Whether the project is an account itself." },
  },
  openstack_identity_role_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
  openstack_identity_service_v3: identity,
  openstack_identity_user_v3: { ...identity, notPlaces: { domain_id: "The account, or a part of it." } },
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
