import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here } from "./shared.ts";

/**
 * FunctionGraph. A function's code runs in the region, as a machine's software does, and makes nothing while the configuration is applied: it is
 * placed, and not opaque.
 */
export const resources = {
  opentelekomcloud_fgs_async_invoke_config_v2: {
    ...here,
    sends: [
      // JSON with the name of a bucket, a topic, a stream or a function (docs/resources/fgs_async_invoke_config_v2.md).
      ...(["on_failure[].param", "on_success[].param"] as const).map((path) => ({
        path,
        kind: "copy" as const,
        means: "reference" as const,
        of: [
          "opentelekomcloud_obs_bucket",
          "opentelekomcloud_smn_topic_v2",
          "opentelekomcloud_dis_stream_v2",
          "opentelekomcloud_fgs_function_v2",
        ],
      })),
    ],
    notPlaces: {
      "on_failure[].destination": "Which service receives the outcome; what of it, the parameter says.",
      "on_success[].destination": "Which service receives the outcome; what of it, the parameter says.",
    },
  },
  opentelekomcloud_fgs_event_v2: here,
  opentelekomcloud_fgs_function_v2: {
    ...here,
    notPlaces: {
      code_url: "The object from which the code is fetched, once.",
      "custom_image[].url": "The image that is fetched from the account's registry.",
    },
  },
  opentelekomcloud_fgs_trigger_v2: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
