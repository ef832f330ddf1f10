import { InputError } from "../../../catalogue/index.ts";
import type { ClusterSpec, Lower } from "../../contract/index.ts";
import { nodePools } from "./node-pools.ts";
import { projectOf } from "./project.ts";

/**
 * A Kapsule cluster in a private network, its nodes without public addresses, its API for the addresses that are named. A control plane that runs more
 * than once is a dedicated one.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/k8s_cluster.md, k8s_acl.md; seen 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  if (spec.network.gatewayId === undefined)
    throw new InputError(
      `Cluster ${spec.name} has no way out: Scaleway's nodes without public addresses fetch their images through the network's gateway. Give the network one, { gateway: true }.`,
    );
  if (spec.auditLogId !== undefined)
    throw new InputError(
      `Cluster ${spec.name} names an audit log, and Scaleway's clusters write theirs to Cockpit by themselves, to a source of the operator's own. Leave out { auditLog }, and read it there.`,
    );
  const { region } = cx;
  const made = cx.resource("scaleway_k8s_cluster", "cluster", {
    name: spec.name,
    region,
    project_id: projectOf(cx),
    type: spec.highlyAvailable ? "kapsule-dedicated-4" : "kapsule",
    version: spec.version ?? NEWEST,
    cni: "cilium",
    private_network_id: spec.network.subnetId,
    // Volumes and load balancers that workloads made are data of theirs.
    delete_additional_resources: false,
    auto_upgrade: [{ enable: spec.updates !== "never", maintenance_window_day: "sunday", maintenance_window_start_hour: 2 }],
    ...(spec.signIn === undefined ? {} : { open_id_connect_config: [signIn(spec.signIn)] }),
  });
  const cluster_id = made.ref("id");
  cx.resource("scaleway_k8s_acl", "addresses", {
    cluster_id,
    region,
    acl_rules: spec.allowedFrom.map(({ cidr, description }) => ({ ip: cidr, description })),
  });
  nodePools(spec, cluster_id, cx);
  return { clusterId: cluster_id, endpoint: made.ref("apiserver_url"), kubeconfig: made.ref("kubeconfig[0].config_file") };
};

/**
 * A minor release, as automatic updates ask for; a new cluster may take it until July 2027. Source: scaleway/docs-content
 * pages/kubernetes/reference-content/version-support-policy.mdx; seen 2026-11-28.
 */
const NEWEST = "1.36";

function signIn(oidc: NonNullable<ClusterSpec["signIn"]>) {
  return {
    issuer_url: oidc.issuerUrl,
    client_id: oidc.clientId,
    username_claim: oidc.usernameClaim,
    username_prefix: oidc.usernamePrefix,
    groups_claim: [oidc.groupsClaim],
    groups_prefix: oidc.groupsPrefix,
  };
}
