import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, machineName, type NodePoolSpec } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";

/**
 * A cluster in a network, its nodes without public addresses and with encrypted disks; the addresses that reach its API are named.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/kubernetes_cluster.md, kubernetes_node_group.md, docs/data-sources/kubernetes_cluster.md; seen
 * 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  refuse(spec);
  const made = cx.resource("upcloud_kubernetes_cluster", "cluster", {
    name: spec.name,
    zone: cx.region,
    network: spec.network.subnetId,
    plan: spec.highlyAvailable ? "prod-md" : "dev-md",
    private_node_groups: true,
    storage_encryption: "data-at-rest",
    control_plane_ip_filter: spec.allowedFrom.map(({ cidr }) => cidr),
    ...(spec.version === undefined ? {} : { version: spec.version }),
  });
  for (const pool of spec.pools)
    cx.resource("upcloud_kubernetes_node_group", `pool-${pool.id}`, { cluster: made.ref("id"), ...poolOf(pool) });
  const file = cx.lookUp("upcloud_kubernetes_cluster", "sign-in", { id: made.ref("id") });
  return { clusterId: made.ref("id"), endpoint: file.ref("host"), kubeconfig: file.ref("kubeconfig") };
};

function poolOf({ id, flavour, nodes, apart, labels, taints }: NodePoolSpec) {
  return {
    name: id,
    plan: machineName(`Node pool ${id}`, flavour, machineSizes),
    node_count: nodes.min,
    anti_affinity: apart,
    storage_encryption: "data-at-rest",
    utility_network_access: false,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(taints.length > 0 ? { taint: taints.map(({ key, value = "", effect }) => ({ key, value, effect })) } : {}),
  };
}

function refuse({ name, network, signIn, auditLogId, pools }: ClusterSpec): void {
  if (network.gatewayId === undefined)
    throw new InputError(
      `Cluster ${name} has no way out: nodes without public addresses fetch their images through the network's gateway. Give the network one, { gateway: true }.`,
    );
  if (signIn !== undefined)
    throw new InputError(
      `Cluster ${name} signs people in with a directory, which the provider cannot set. Leave out { signIn }, and configure sign-in inside the cluster (Dex, Pinniped).`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Cluster ${name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
  const grows = pools.find(({ nodes }) => nodes.max > nodes.min);
  if (grows !== undefined)
    throw new InputError(
      `Node pool ${grows.id} grows from ${grows.nodes.min} to ${grows.nodes.max} nodes; a pool of UpCloud has one number of nodes. Say how many, { nodes: ${grows.nodes.max} }, or run the cluster autoscaler yourself.`,
    );
}
