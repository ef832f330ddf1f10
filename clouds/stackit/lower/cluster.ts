import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, machineName, type NodePoolSpec, shortName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { home } from "./project.ts";

/** Gigabytes of a node's disk, and its class. */
const DISK = { volume_size: 50, volume_type: "storage_premium_perf4" } as const;
/** Characters that a cluster's name may have. Source: stackitcloud/terraform-provider-stackit docs/resources/ske_cluster.md; seen 2026-11-28. */
const NAME = 11;

/**
 * A cluster of the STACKIT Kubernetes Engine, whose nodes stand in a network of its own; the addresses that reach its API are named.
 *
 * Source: stackitcloud/terraform-provider-stackit docs/resources/ske_cluster.md, ske_kubeconfig.md; seen 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  refuse(spec);
  const updates = spec.updates !== "never";
  const made = cx.resource("stackit_ske_cluster", "cluster", {
    ...home(cx),
    name: shortName(spec.name, NAME, cx),
    ...(spec.version === undefined ? {} : { kubernetes_version_min: spec.version }),
    node_pools: spec.pools.map((pool) => poolOf(pool, spec, cx.place.zones)),
    maintenance: {
      enable_kubernetes_version_updates: updates,
      enable_machine_image_version_updates: updates,
      start: "02:00:00Z",
      end: "05:00:00Z",
    },
    extensions: { acl: { enabled: true, allowed_cidrs: spec.allowedFrom.map(({ cidr }) => cidr) } },
  });
  const file = cx.resource("stackit_ske_kubeconfig", "sign-in", { ...home(cx), cluster_name: made.ref("name"), refresh: true });
  const kubeconfig = file.ref("kube_config");
  return { clusterId: made.ref("name"), endpoint: `\${yamldecode(${kubeconfig}).clusters[0].cluster.server}`, kubeconfig };
};

function poolOf(pool: NodePoolSpec, { updates }: ClusterSpec, zones: readonly string[]) {
  // The zone whose name ends in `-m` spans the others, and nodes stand in one.
  const own = zones.filter((zone) => !zone.endsWith("-m"));
  const named = pool.zones.filter((zone) => !zone.endsWith("-m"));
  return {
    name: pool.id,
    machine_type: machineName(`Node pool ${pool.id}`, pool.flavour, machineSizes),
    minimum: pool.nodes.min,
    maximum: pool.nodes.max,
    max_surge: updates === "careful" ? 1 : 0,
    max_unavailable: updates === "careful" ? 0 : 1,
    availability_zones: named.length > 0 ? named : own.slice(0, 1),
    ...DISK,
    ...(Object.keys(pool.labels).length > 0 ? { labels: pool.labels } : {}),
    ...(pool.taints.length > 0 ? { taints: pool.taints.map(({ key, value = "", effect }) => ({ key, value, effect })) } : {}),
  };
}

function refuse({ name, signIn, auditLogId }: ClusterSpec): void {
  if (signIn !== undefined)
    throw new InputError(
      `Cluster ${name} signs people in with a directory, which STACKIT's provider cannot set. Leave out { signIn }, and configure sign-in inside the cluster (Dex, Pinniped).`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Cluster ${name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
}
