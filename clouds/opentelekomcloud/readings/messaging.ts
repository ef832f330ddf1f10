import type { ExposureReading, Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { provider, unasked } from "./sources.ts";

const address: readonly ExposureReading[] = [
  {
    path: "enable_publicip",
    public: [true],
    absent: "private",
    remedy: "Leave out enable_publicip: the queue then answers in its network only.",
  },
];
const disk = (page: string) =>
  ({
    by: "attribute",
    path: "disk_encrypted_enable",
    when: [true],
    absent: false,
    keys: "disk_encrypted_key",
    ...provider(page),
  }) as const;

/** Queues and streams. */
export const readings = {
  opentelekomcloud_dis_stream_v2: { encryption: unasked("streams") },
  opentelekomcloud_dms_dedicated_instance_v2: {
    encryption: disk("dms_dedicated_instance_v2"),
    exposure: address,
    facts: {
      version: { as: "value", path: "engine_version" },
      nodes: { as: "number", path: "broker_num" },
      zones: { as: "distinct", path: "available_zones", absent: 1 },
      inTransit: { as: "switch", path: "ssl_enable", when: [true], absent: false },
    },
  },
  opentelekomcloud_dms_instance_v1: {
    encryption: unasked("queues of this version: take dms_dedicated_instance_v2"),
    facts: { zones: { as: "distinct", path: "available_zones", absent: 1 } },
  },
  opentelekomcloud_dms_instance_v2: {
    encryption: disk("dms_instance_v2"),
    exposure: address,
    facts: { version: { as: "value", path: "engine_version" }, zones: { as: "distinct", path: "available_zones", absent: 1 } },
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
