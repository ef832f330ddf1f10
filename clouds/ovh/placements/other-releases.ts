import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";

const inCluster = beside("cluster_id", "ovh_cloud_project_database", "data.ovh_cloud_project_database");
const user = nowhere("Credentials of the project, valid in each of its regions; they reach only what has been placed there.");
// website/docs/r/publiccloud_private_network.html.markdown: "Defaults to all public cloud regions."
const network: Placement = {
  by: "attribute",
  paths: ["regions"],
  absent: {
    means: "everywhere",
    because: "A private network without `regions` is created in every Public Cloud region, those outside the EU included.",
  },
};

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // github.com/ovh/terraform-provider-ovh docs/resources and website/docs/r of the releases that had them, read on 2026-11-28.
  resources: {
    ovh_cloud_network_private: network,
    ovh_cloud_network_private_subnet: at("region"),
    ovh_cloud_project_database_ip_restriction: inCluster,
    ovh_cloud_user: user,
    ovh_publiccloud_private_network: network,
    ovh_publiccloud_private_network_subnet: at("region"),
    ovh_publiccloud_user: user,
    ovh_vrack_publiccloud_attachment: nowhere("Attaches a project, which has no place; each of its networks says its regions."),
  },
  dataSources: {
    ovh_publiccloud_region: reads("Reads what a region offers."),
    ovh_publiccloud_regions: nowhere("Lists the regions of the project."),
  },
};
