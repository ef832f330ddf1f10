import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type LowerContext, machineName, type NodePoolSpec } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { keyFor } from "./key.ts";

/** Gigabytes of a node's two disks, the system's and that of images and containers. Source: docs/resources/cce_node_pool_v3.md (40 and 100 at least); seen 2026-11-28. */
const DISKS = { root: 40, data: 100 } as const;

/**
 * A pool stands in one zone: one that is spread becomes a pool per zone, each with its share of the nodes, rounded up. Nodes have no public addresses,
 * disks encrypted with one key of the cluster's, and a password that the engine draws and nobody needs.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/cce_node_pool_v3.md, compute_servergroup_v2.md; seen 2026-11-28.
 */
export function nodePools({ name: cluster, pools, network }: ClusterSpec, cluster_id: string, cx: LowerContext): void {
  const kms_id = keyFor(`${cluster}-nodes`, cx);
  const password = cx.resource("random_password", "nodes", {
    length: 24,
    min_lower: 4,
    min_upper: 4,
    min_numeric: 4,
    min_special: 4,
    override_special: "!@$%^-_=+",
  });
  for (const pool of pools) {
    const zones = pool.zones.length > 0 ? pool.zones : cx.place.zones.slice(0, 1);
    for (const zone of zones) {
      const name = zones.length > 1 ? `${pool.id}-${zone}` : pool.id;
      const min = Math.ceil(pool.nodes.min / zones.length);
      const max = Math.ceil(pool.nodes.max / zones.length);
      const apart = pool.apart
        ? cx.resource("opentelekomcloud_compute_servergroup_v2", `apart-${name}`, {
            name: `${cluster}-${name}`,
            region: cx.region,
            policies: ["anti-affinity"],
          })
        : undefined;
      cx.resource(
        "opentelekomcloud_cce_node_pool_v3",
        `pool-${name}`,
        {
          cluster_id,
          name,
          flavor: machineName(`Node pool ${pool.id}`, pool.flavour, machineSizes),
          os: "EulerOS 2.9",
          runtime: "containerd",
          availability_zone: zone,
          subnet_id: network.subnetId,
          initial_node_count: min,
          scale_enable: max > min,
          ...(max > min ? { min_node_count: min, max_node_count: max } : {}),
          password: password.ref("result"),
          root_volume: [{ size: DISKS.root, volumetype: "SSD", kms_id }],
          data_volumes: [{ size: DISKS.data, volumetype: "SSD", kms_id }],
          ...(apart === undefined ? {} : { server_group_reference: apart.ref("id") }),
          ...(Object.keys(pool.labels).length > 0 ? { k8s_tags: pool.labels } : {}),
          ...(pool.taints.length > 0 ? { taints: taintsOf(pool) } : {}),
        },
        // The autoscaler moves it between the two limits; undoing that would fight it.
        max > min ? { ignoreChanges: ["initial_node_count"] } : {},
      );
    }
  }
}

/** What the key of a taint is, and its value: resource_opentelekomcloud_cce_node_pool_v3.go of the provider, seen 2026-11-28. */
const WORD = /^[a-zA-Z0-9_.-]{1,63}$/;

function taintsOf({ id, taints }: NodePoolSpec) {
  return taints.map(({ key, value = "", effect }) => {
    if (!WORD.test(key) || !WORD.test(value))
      throw new InputError(
        `Node pool ${id} has the taint ${key}=${value}, and the provider takes 1 to 63 letters, digits and _.- for the key as for the value. Write one such: { key: "dedicated", value: "builds" }.`,
      );
    return { key, value, effect };
  });
}
