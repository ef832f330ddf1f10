/**
 * What Open Telekom Cloud's resources say about their protections: encryption at rest, public addresses, who may enter, and what a reader of each
 * concept may ask. Only types that hold data, face a network or grant rights have an entry.
 */
import type { Reading } from "../../contract/reading.ts";
import * as buckets from "./buckets.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as keysAndLogs from "./keys-and-logs.ts";
import * as kubernetes from "./kubernetes.ts";
import * as messaging from "./messaging.ts";
import * as network from "./network.ts";
import * as volumes from "./volumes.ts";

export const readings: Readonly<Record<string, Reading>> = {
  ...buckets.readings,
  ...compute.readings,
  ...databases.readings,
  ...keysAndLogs.readings,
  ...kubernetes.readings,
  ...messaging.readings,
  ...network.readings,
  ...volumes.readings,
};
