import { InputError } from "../../../catalogue/index.ts";
import { type LowerContext, machineName, type NodePoolSpec } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/**
 * A pool of OVHcloud stands in one zone: one that is spread becomes a pool per zone, each with its share of the nodes, rounded up.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_kube_nodepool.md; seen 2026-11-23.
 */
export function nodePools(pools: readonly NodePoolSpec[], of: Readonly<Record<string, unknown>>, cx: LowerContext): void {
  for (const pool of pools) {
    if (pool.zones.length === 0) make(pool, pool.id, 1, {});
    for (const zone of pool.zones)
      make(pool, `${pool.id}-${zone.slice(zone.lastIndexOf("-") + 1)}`, pool.zones.length, { availability_zones: [zone] });
  }

  function make(pool: NodePoolSpec, name: string, shares: number, zone: object): void {
    const min = Math.ceil(pool.nodes.min / shares);
    const max = Math.ceil(pool.nodes.max / shares);
    cx.resource(
      "ovh_cloud_project_kube_nodepool",
      `pool-${name}`,
      {
        ...of,
        name,
        flavor_name: flavourName(pool),
        ...zone,
        desired_nodes: min,
        min_nodes: min,
        max_nodes: max,
        autoscale: max > min,
        anti_affinity: pool.apart,
        ...template(pool),
      },
      // The autoscaler moves it between the two limits; undoing that would fight it.
      max > min ? { ignoreChanges: ["desired_nodes"] } : {},
    );
  }
}

function flavourName({ id, flavour }: NodePoolSpec): string {
  if (!("id" in flavour)) return machineName(`Node pool ${id}`, flavour, machineSizes);
  throw new InputError(`Node pool ${id} names its flavour by id; OVHcloud's pools take the name, { flavour: "b3-8" }.`);
}

function template({ labels, taints }: NodePoolSpec) {
  if (Object.keys(labels).length === 0 && taints.length === 0) return {};
  return {
    template: [
      {
        metadata: [{ annotations: {}, finalizers: [], labels }],
        spec: [
          {
            unschedulable: false,
            taints: taints.map(({ key, value, effect }) => ({ key, effect, ...(value === undefined ? {} : { value }) })),
          },
        ],
      },
    ],
  };
}
