/**
 * What OVHcloud's resources say about their protections: encryption at rest, public addresses, who may enter, and what a reader of each concept may ask.
 * Only types that hold data, face a network or grant rights have an entry; what silence means is said with its source, and where nothing is documented
 * it is read as the worse.
 */
import type { Reading } from "../../contract/reading.ts";
import * as account from "./account.ts";
import * as buckets from "./buckets.ts";
import * as databases from "./databases.ts";
import * as dedicated from "./dedicated.ts";
import * as instances from "./instances.ts";
import * as iplb from "./iplb.ts";
import * as keys from "./keys.ts";
import * as kubernetes from "./kubernetes.ts";
import * as logs from "./logs.ts";
import * as names from "./names.ts";
import * as network from "./network.ts";
import * as registry from "./registry.ts";
import * as volumes from "./volumes.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  buckets,
  databases,
  dedicated,
  instances,
  iplb,
  keys,
  kubernetes,
  logs,
  names,
  network,
  registry,
  volumes,
} as const;

export const readings: Readonly<Record<string, Reading>> = {
  ...account.readings,
  ...buckets.readings,
  ...databases.readings,
  ...dedicated.readings,
  ...instances.readings,
  ...iplb.readings,
  ...keys.readings,
  ...kubernetes.readings,
  ...logs.readings,
  ...names.readings,
  ...network.readings,
  ...registry.readings,
  ...volumes.readings,
};
