import type { OtherReleases } from "../../contract/facts.ts";
import { beside } from "../../contract/placed.ts";
import { inDataCentre } from "./shared.ts";

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources of the releases that had them, read on 2026-11-28.
  resources: {
    ionoscloud_dataplatform_cluster: inDataCentre,
    ionoscloud_dataplatform_node_pool: beside("cluster_id", "ionoscloud_dataplatform_cluster"),
  },
  dataSources: {},
};
