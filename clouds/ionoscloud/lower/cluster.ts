import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, type NodePoolSpec, overlaps, parseCidr } from "../../contract/index.ts";

/** Gigabytes of a node's disk. */
const DISK = 50;

/** Networks of which one is the nodes' own: private, and clear of what Kubernetes uses inside here. */
const NODE_NETWORKS = ["192.168.0.0/16", "172.16.0.0/16"] as const;

/**
 * A private cluster: nodes without public addresses behind a gateway of the cluster's own, whose address is the way out and not a way in; the addresses that
 * reach its API are named. The nodes also have a card in the network's LAN.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/k8s_cluster.md, k8s_node_pool.md, docs/data-sources/k8s_cluster.md, and for the type of
 * server docs.ionos.com/cloud/containers/managed-kubernetes/how-tos/management-of-node-pools; seen 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  refuse(spec);
  const location = cx.region;
  const maintenance_window = [{ day_of_the_week: "Sunday", time: "02:00:00Z" }];
  const out = cx.resource("ionoscloud_ipblock", "way-out", { name: `${spec.name}-out`, location, size: 1 });
  const made = cx.resource("ionoscloud_k8s_cluster", "cluster", {
    name: spec.name,
    location,
    public: false,
    nat_gateway_ip: out.ref("ips[0]"),
    node_subnet: NODE_NETWORKS.find((block) => !overlaps(parseCidr(block), parseCidr(spec.network.cidr))),
    api_subnet_allow_list: spec.allowedFrom.map(({ cidr }) => cidr),
    maintenance_window,
    ...(spec.version === undefined ? {} : { k8s_version: spec.version }),
  });
  const k8s_cluster_id = made.ref("id");
  for (const pool of spec.pools)
    cx.resource(
      "ionoscloud_k8s_node_pool",
      `pool-${pool.id}`,
      {
        k8s_cluster_id,
        datacenter_id: spec.network.networkId,
        k8s_version: made.ref("k8s_version"),
        maintenance_window,
        lans: [{ id: spec.network.subnetId, dhcp: true }],
        ...poolOf(pool),
      },
      // The cluster's own scaling changes it.
      pool.nodes.max > pool.nodes.min ? { ignoreChanges: ["node_count"] } : {},
    );
  const file = cx.lookUp("ionoscloud_k8s_cluster", "sign-in", { id: k8s_cluster_id });
  // The provider does not say that the file opens the cluster.
  return { clusterId: k8s_cluster_id, endpoint: file.ref("server"), kubeconfig: `\${sensitive(${file.ref("kube_config")})}` };
};

function poolOf({ id, flavour, nodes, labels, taints }: NodePoolSpec) {
  if (!("cpus" in flavour))
    throw new InputError(
      `Node pool ${id} names a size, and IONOS' nodes have what they are asked for. Say processors and memory: { flavour: { cpus: 4, memory: 16 } }.`,
    );
  if (taints.length > 0)
    throw new InputError(
      `Node pool ${id} has taints, which the provider cannot set. Leave out { taints }, and set them inside the cluster, or keep workloads apart by { labels }.`,
    );
  return {
    name: id,
    server_type: "VCPU",
    availability_zone: "AUTO",
    cores_count: flavour.cpus,
    ram_size: flavour.memory * 1024,
    storage_type: "SSD",
    storage_size: DISK,
    node_count: nodes.min,
    ...(nodes.max > nodes.min ? { auto_scaling: [{ min_node_count: nodes.min, max_node_count: nodes.max }] } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}

function refuse({ name, signIn, auditLogId, updates, pools }: ClusterSpec): void {
  if (signIn !== undefined)
    throw new InputError(
      `Cluster ${name} signs people in with a directory, which IONOS' provider cannot set. Leave out { signIn }, and configure sign-in inside the cluster (Dex, Pinniped).`,
    );
  if (auditLogId !== undefined)
    throw new InputError(
      `Cluster ${name} names an audit log, and IONOS' clusters log to a bucket. Leave out { auditLog }, and name the bucket by an override of s3_buckets.`,
    );
  if (updates === "never")
    throw new InputError(
      `Cluster ${name} takes no updates by itself, and IONOS brings those of security in its weekly window. Say { updates: "careful" }.`,
    );
  const empty = pools.find(({ nodes }) => nodes.min < 1);
  if (empty !== undefined)
    throw new InputError(
      `Node pool ${empty.id} may have no node, and one of IONOS' has one at least. Say { nodes: { min: 1, max: ${empty.nodes.max} } }.`,
    );
}
