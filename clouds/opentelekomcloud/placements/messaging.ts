import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, toAddress, toBucket } from "./shared.ts";

const form = "The form in which it is written.";
const sold = nowhere("Lists what is sold, by size and version.");

/** Where the project is that the resource names, else where the block says (`GetProjectName`, opentelekomcloud/common/cfg/config.go). */
const ofProject: Placement = {
  by: "attribute",
  paths: ["project_name"],
  names: "project",
  absent: { means: "provider", because: "Without a project the block's is taken." },
};

/** Queues, streams and notifications. */
export const resources = {
  opentelekomcloud_dis_app_v2: here,
  opentelekomcloud_dis_checkpoint_v2: here,
  opentelekomcloud_dis_dump_task_v2: {
    ...here,
    sends: [toBucket("obs_destination_descriptor[].obs_bucket_path", "copy")],
    notPlaces: {
      destination: "Which service receives: object storage, whose bucket is judged.",
      "obs_destination_descriptor[]": "What is written, and to which bucket, which is judged.",
      "obs_destination_descriptor[].destination_file_type": form,
    },
  },
  opentelekomcloud_dis_stream_v2: here,
  opentelekomcloud_dms_dedicated_instance_v2: { ...here, zones: ["available_zones"] },
  opentelekomcloud_dms_instance_v1: { ...here, zones: ["available_zones"] },
  opentelekomcloud_dms_instance_v2: { ...here, zones: ["available_zones"] },
  opentelekomcloud_dms_smart_connect_task_v2: {
    ...here,
    sends: [
      toBucket("destination_task[].obs_bucket_name", "copy"),
      toAddress("source_task[].peer_instance_address", "replica"),
      {
        path: "source_task[].peer_instance_id",
        kind: "replica",
        means: "reference",
        of: ["opentelekomcloud_dms_instance_v1", "opentelekomcloud_dms_instance_v2", "opentelekomcloud_dms_dedicated_instance_v2"],
      },
    ],
    notPlaces: {
      destination_type: "Which service receives.",
      "destination_task[]": "What is written, and to which bucket, which is judged.",
      "destination_task[].destination_file_type": form,
    },
  },
  opentelekomcloud_dms_smart_connect_v2: here,
  opentelekomcloud_dms_topic_v1: here,
  opentelekomcloud_dms_user_permission_v1: here,
  opentelekomcloud_dms_user_v2: here,
  // A mail address or a telephone number reaches a person; only a URL hands messages to a program (docs/resources/smn_subscription_v2.md, read 2026-11-28).
  opentelekomcloud_smn_subscription_v2: {
    ...ofProject,
    sends: [{ path: "endpoint", kind: "log", means: "endpoint", where: { attribute: "protocol", is: ["http", "https"] } }],
  },
  opentelekomcloud_smn_topic_attribute_v2: here,
  opentelekomcloud_smn_topic_v2: ofProject,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_dms_az_v1: nowhere("Describes a zone of the region."),
  opentelekomcloud_dms_flavor_v2: { ...sold, zones: ["availability_zones"] },
  opentelekomcloud_dms_maintainwindow_v1: nowhere("Lists the hours in which work may be done."),
  opentelekomcloud_dms_product_v1: sold,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
