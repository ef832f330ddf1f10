import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { region, toBucket } from "./shared.ts";

/** MapReduce. A job's program runs on the cluster's own machines, and writes where it is told: to the cluster, or to a bucket. */
export const resources = {
  opentelekomcloud_mrs_cluster_v1: {
    ...region,
    zones: ["available_zone_id"],
    sends: [toBucket("add_jobs[].output", "copy"), toBucket("add_jobs[].job_log", "log")],
    notPlaces: { "bootstrap_scripts[].uri": "Where the script is fetched from." },
  },
  opentelekomcloud_mrs_job_v1: { ...region, sends: [toBucket("output", "copy"), toBucket("job_log", "log")] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
