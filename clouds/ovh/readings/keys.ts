import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";
import { guide } from "./sources.ts";

const stored = {
  by: "operator",
  claim: "What customers keep in the KMS is stored encrypted, in its databases and in their backups.",
  ...guide("manage_and_operate/kms/architecture-overview"),
} as const;
const barbican = "The provider has no attribute for it, and no claim of the operator was found for the key manager of Public Cloud.";

/** Keys and secrets. */
export const readings = {
  ovh_okms: { concept: "keyRing", encryption: stored },
  ovh_okms_service_key: { encryption: stored },
  ovh_okms_service_key_jwk: { encryption: stored },
  ovh_okms_secret: { concept: "secretStore", encryption: stored },
  ovh_cloud_key_manager_secret: {
    concept: "secretStore",
    encryption: { by: "nothing", because: barbican },
    facts: { expires: { as: "present", path: "expiration" } },
  },
  ovh_cloud_key_manager_container: { encryption: { by: "none", because: "Points at secrets, which are read themselves." } },
} satisfies Partial<Record<OvhResourceType, Reading>>;
