import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, overlaps, parseCidr } from "../../contract/index.ts";
import { nodePools } from "./node-pools.ts";

/**
 * A cluster of the Cloud Container Engine in a subnet. Its API has an address in the network only, so that who may reach it comes through the entrance;
 * three masters stand in several zones.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/cce_cluster_v3.md, docs/data-sources/cce_cluster_kubeconfig_v3.md; seen 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  refuse(spec);
  const [pods, services] = addressesApart(spec);
  const made = cx.resource("opentelekomcloud_cce_cluster_v3", "cluster", {
    name: spec.name,
    region: cx.region,
    cluster_type: "VirtualMachine",
    flavor_id: spec.highlyAvailable ? "cce.s2.small" : "cce.s1.small",
    multi_az: spec.highlyAvailable && cx.place.zones.length > 1,
    ...(spec.version === undefined ? {} : { cluster_version: `v${spec.version}` }),
    vpc_id: spec.network.networkId,
    subnet_id: spec.network.subnetId,
    container_network_type: "overlay_l2",
    container_network_cidr: pods,
    kubernetes_svc_ip_range: services,
    authentication_mode: "rbac",
  });
  const cluster_id = made.ref("id");
  nodePools(spec, cluster_id, cx);
  const file = cx.lookUp("opentelekomcloud_cce_cluster_kubeconfig_v3", "sign-in", { cluster_id });
  return { clusterId: cluster_id, endpoint: made.ref("internal"), kubeconfig: file.ref("kubeconfig") };
};

/** Blocks of pods and of services: each first choice that does not meet the network. */
const BLOCKS = [
  ["172.16.0.0/16", "10.92.0.0/16"],
  ["10.247.0.0/16", "172.30.0.0/16"],
] as const;

function addressesApart({ network }: ClusterSpec): readonly string[] {
  return BLOCKS.map(([first, second]) => (overlaps(parseCidr(first), parseCidr(network.cidr)) ? second : first));
}

function refuse({ name, network, signIn, auditLogId }: ClusterSpec): void {
  if (network.gatewayId === undefined)
    throw new InputError(
      `Cluster ${name} has no way out: its nodes fetch their images through the network's gateway. Give the network one, { gateway: true }.`,
    );
  if (signIn !== undefined)
    throw new InputError(
      `Cluster ${name} signs people in with a directory, which the provider cannot set. Leave out { signIn }, and configure sign-in inside the cluster (Dex, Pinniped).`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Cluster ${name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
}
