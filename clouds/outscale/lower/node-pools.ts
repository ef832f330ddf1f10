import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type LowerContext, machineName, type NodePoolSpec } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/**
 * Node pools are objects inside the cluster (`NodePool` of oks.dev), which the provider applies as manifests. Their documentation names no labels, no
 * taints, no groups of nodes apart and no limits between which a pool grows: what asks for them is refused. A manifest is JSON here, which is YAML, so
 * that the guard reads exactly what the cluster reads.
 *
 * Source: docs.outscale.com "Node Pool Manifest Reference", outscale/terraform-provider-outscale docs/resources/oks_manifest.md; seen 2026-11-28.
 */
export function nodePools(spec: ClusterSpec, cluster_id: string, cx: LowerContext): void {
  for (const pool of spec.pools) {
    requireSimple(pool);
    cx.resource("outscale_oks_manifest", `pool-${pool.id}`, {
      cluster_id,
      manifest: JSON.stringify({
        apiVersion: "oks.dev/v1beta2",
        kind: "NodePool",
        metadata: { name: pool.id },
        spec: {
          desiredNodes: pool.nodes.min,
          nodeType: machineName(`Node pool ${pool.id}`, pool.flavour, machineSizes),
          zones: pool.zones.length > 0 ? pool.zones : cx.place.zones,
          upgradeStrategy: {
            maxUnavailable: 1,
            maxSurge: 0,
            autoUpgradeEnabled: spec.updates !== "never",
            autoUpgradeMaintenance: { durationHours: 3, startHour: 2, weekDay: "Sun" },
          },
          autoHealing: true,
        },
      }),
      wait: true,
    });
  }
}

function requireSimple({ id, nodes, labels, taints }: NodePoolSpec): void {
  if (nodes.max > nodes.min)
    throw new InputError(
      `Node pool ${id} grows from ${nodes.min} to ${nodes.max} nodes; pools of Outscale have one number of nodes. Say how many, { nodes: ${nodes.max} }, or run the cluster autoscaler yourself.`,
    );
  if (Object.keys(labels).length > 0 || taints.length > 0)
    throw new InputError(
      `Node pool ${id} has labels or taints, which Outscale's node pools do not document. Leave them out, and set them inside the cluster.`,
    );
}
