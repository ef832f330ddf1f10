import { type ClusterSpec, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/**
 * A pool stands in one zone: one that is spread becomes a pool per zone, each with its share of the nodes, rounded up. Nodes apart are a placement group.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/k8s_pool.md, instance_placement_group.md; seen 2026-11-28.
 */
export function nodePools({ name: cluster, pools, updates }: ClusterSpec, cluster_id: string, cx: LowerContext): void {
  for (const pool of pools) {
    const zones = pool.zones.length > 0 ? pool.zones : cx.place.zones.slice(0, 1);
    for (const zone of zones) {
      const name = zones.length > 1 ? `${pool.id}-${zone}` : pool.id;
      const min = Math.ceil(pool.nodes.min / zones.length);
      const max = Math.ceil(pool.nodes.max / zones.length);
      const apart = pool.apart
        ? cx.resource("scaleway_instance_placement_group", `apart-${name}`, {
            name: `${cluster}-${name}`,
            zone,
            policy_type: "max_availability",
            policy_mode: "enforced",
          })
        : undefined;
      cx.resource(
        "scaleway_k8s_pool",
        `pool-${name}`,
        {
          cluster_id,
          name,
          region: cx.region,
          zone,
          node_type: machineName(`Node pool ${pool.id}`, pool.flavour, machineSizes),
          size: min,
          min_size: min,
          max_size: max,
          autoscaling: max > min,
          autohealing: true,
          public_ip_disabled: true,
          wait_for_pool_ready: true,
          upgrade_policy: [{ max_unavailable: 1, max_surge: updates === "careful" ? 1 : 0 }],
          ...(apart === undefined ? {} : { placement_group_id: apart.ref("id") }),
          ...(Object.keys(pool.labels).length > 0 ? { labels: pool.labels } : {}),
          ...(pool.taints.length > 0 ? { taints: pool.taints.map(({ key, value = "", effect }) => ({ key, value, effect })) } : {}),
        },
        // The autoscaler moves it between the two limits; undoing that would fight it.
        max > min ? { ignoreChanges: ["size"] } : {},
      );
    }
  }
}
