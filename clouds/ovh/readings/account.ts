import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

/** Who may do what, and mail. */
export const readings = {
  ovh_iam_policy: { concept: "identity" },
  ovh_me_identity_group: { concept: "identity" },
  ovh_me_identity_user: { concept: "identity" },
  ovh_me_api_oauth2_client: { concept: "identity" },
  ovh_cloud_project_user: { concept: "identity" },
  ovh_email_domain_account: {
    encryption: { by: "nothing", because: "The provider has no attribute for it, and no claim of the operator was found." },
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
