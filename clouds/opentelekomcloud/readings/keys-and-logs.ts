import type { Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { provider } from "./sources.ts";

const inBucket = {
  by: "none",
  because: "What is recorded is written to a bucket, which is read itself.",
} as const;

/** Keys, audit trails and logs. */
export const readings = {
  opentelekomcloud_cts_tracker_v1: { concept: "auditLog", encryption: inBucket },
  opentelekomcloud_cts_tracker_v3: { concept: "auditLog", encryption: inBucket },
  opentelekomcloud_kms_key_v1: {
    concept: "keyRing",
    encryption: { by: "none", because: "It is a key itself, and holds no data of the customer's." },
    facts: {
      rotated: { as: "switch", path: "rotation_enabled", when: [true], absent: false },
      recoverable: {
        as: "claim",
        is: true,
        claim: "A key that is deleted can be had back for at least seven days, as many as pending_days says.",
        ...provider("kms_key_v1"),
      },
    },
  },
  opentelekomcloud_logtank_group_v2: { concept: "auditLog", facts: { retentionDays: { as: "days", path: "ttl_in_days" } } },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
