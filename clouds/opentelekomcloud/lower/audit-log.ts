import type { Lower } from "../../contract/index.ts";

/** Days that logs are searchable: what the service keeps at most by default. Source: docs/resources/logtank_group_v2.md; seen 2026-11-28. */
const DAYS = 30;

/** A group of the Log Tank Service, with a stream in it. Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/logtank_group_v2.md, logtank_topic_v2.md; seen 2026-11-28. */
export const auditLog: Lower<"auditLog"> = (spec, cx) => {
  const group = cx.resource("opentelekomcloud_logtank_group_v2", "log", { group_name: spec.name, ttl_in_days: DAYS });
  cx.resource("opentelekomcloud_logtank_topic_v2", "stream", { group_id: group.ref("id"), topic_name: spec.name });
  return { auditLogId: group.ref("id") };
};
