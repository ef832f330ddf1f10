import type { CloudFacts } from "terroir/extend";
import { operator } from "./operator.ts";
import { dataSources, resources } from "./placements.ts";
import { hosts, provider } from "./provider.ts";
import { readings } from "./readings.ts";
import { regions } from "./regions.ts";

/** All that the guard reads of __TITLE__. */
export const facts: CloudFacts = {
  cloud: "__FILE__",
  sources: ["acme/__PREFIX__"],
  operator: operator.id,
  operators: [operator],
  provider,
  hosts,
  regions,
  resources,
  dataSources,
  readings,
};
