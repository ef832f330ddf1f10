import type { Placement } from "terroir/extend";

/** How the place of each resource type is found: one entry each. What is not here is refused. */
export const resources: Readonly<Record<string, Placement>> = {
  __PREFIX___bucket: {
    by: "attribute",
    paths: ["region"],
    sends: [{ path: "replica_region", kind: "replica", means: "region" }],
  },
};

/** The same for data sources. */
export const dataSources: Readonly<Record<string, Placement>> = {
  __PREFIX___account: { by: "lookup", because: "It reads who pays, and moves nothing." },
};
