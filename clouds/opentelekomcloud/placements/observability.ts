import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, toBucket } from "./shared.ts";

/** Alarms, audit trails and logs. What is notified goes to a topic of the region, whose subscriptions are judged. */
export const resources = {
  opentelekomcloud_ces_alarmrule: here,
  opentelekomcloud_cts_event_notification_v3: here,
  opentelekomcloud_cts_tracker_v1: { ...here, sends: [toBucket("bucket_name", "log")] },
  opentelekomcloud_cts_tracker_v3: { ...here, sends: [toBucket("bucket_name", "log")] },
  opentelekomcloud_logtank_group_v2: here,
  opentelekomcloud_logtank_topic_v2: here,
  opentelekomcloud_logtank_transfer_v2: { ...here, sends: [toBucket("obs_bucket_name", "log")] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_cts_tracker_v1: here,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
