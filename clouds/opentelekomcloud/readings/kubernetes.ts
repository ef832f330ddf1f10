import type { Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { unasked, underKey } from "./sources.ts";

const node = "A node without an address of its own leaves by the network's NAT gateway.";

/** Clusters and the registry. A cluster's API answers in its network, and on the internet once it has an address. */
export const readings = {
  opentelekomcloud_cce_cluster_v3: {
    concept: "cluster",
    encryption: unasked("the cluster's own store"),
    exposure: [
      { path: "eip", public: "present", absent: "private", remedy: "Leave out eip: the cluster's API then answers in its network only." },
    ],
    facts: {
      version: { as: "value", path: "cluster_version" },
      zones: { as: "switch", path: "multi_az", when: [true], absent: false },
      privateControlPlane: { as: "switch", path: "eip", when: [], absent: true, remedy: "Leave out eip." },
      audited: { as: "nothing", because: "The provider has no attribute for the audit log of a cluster." },
    },
  },
  opentelekomcloud_cce_node_pool_v3: { encryption: underKey("root_volume[].kms_id", "cce_node_pool_v3", "data_volumes[].kms_id") },
  opentelekomcloud_cce_node_v3: {
    encryption: underKey("root_volume[].kms_id", "cce_node_v3", "data_volumes[].kms_id"),
    exposure: [
      { path: "eip_ids", public: "present", absent: "private", remedy: `Leave out eip_ids. ${node}` },
      { path: "eip_count", public: "present", absent: "private", remedy: `Leave out eip_count. ${node}` },
      // A bandwidth alone brings an address with it (docs/resources/cce_node_v3.md).
      { path: "bandwidth_size", public: "present", absent: "private", remedy: `Leave out bandwidth_size. ${node}` },
    ],
  },
  opentelekomcloud_swr_repository_v2: {
    concept: "registry",
    encryption: unasked("images in the registry"),
    exposure: [{ path: "is_public", public: [true], absent: "public", opens: "data", remedy: "Set is_public to false." }],
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
