import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const named = "Name the actions that are needed.";
const roles = "Name the roles of the services that the user needs.";

/** Who may do what, and mail. */
export const readings = {
  ovh_iam_policy: {
    concept: "identity",
    grants: [
      { path: "allow", wide: ["*"], remedy: named },
      { path: "permissions_groups", wide: ["urn:v1:eu:permissionsGroup:ovh:globalAdmin"], remedy: named },
    ],
    facts: { expires: { as: "present", path: "expired_at" } },
  },
  ovh_iam_permissions_group: { grants: [{ path: "allow", wide: ["*"], remedy: named }] },
  ovh_me_identity_group: { concept: "identity" },
  ovh_me_identity_user: {
    concept: "identity",
    facts: { mfa: { as: "nothing", because: "A second factor is set up by the user, and no attribute of the provider asks for it." } },
  },
  ovh_me_identity_user_token: {
    facts: {
      expires: {
        as: "any",
        of: [
          { as: "present", path: "expires_at" },
          { as: "present", path: "expires_in" },
        ],
      },
    },
  },
  ovh_me_api_oauth2_client: {
    concept: "identity",
    facts: { expires: { as: "nothing", because: "A client of the API has no day on which it ends." } },
  },
  ovh_cloud_project: { facts: { deletionProtected: { as: "switch", path: "deletion_protection", when: [true], absent: false } } },
  ovh_cloud_project_user: {
    concept: "identity",
    grants: [
      { path: "role_name", wide: ["administrator"], remedy: roles },
      { path: "role_names", wide: ["administrator"], remedy: roles },
    ],
  },
  ovh_cloud_project_user_s3_policy: {
    grants: [{ path: "policy", wide: [], form: "policy-document", remedy: "Name the actions that the user needs, and the buckets." }],
  },
  ovh_email_domain_account: {
    encryption: { by: "nothing", because: "The provider has no attribute for it, and no claim of the operator was found." },
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
