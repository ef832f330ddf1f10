import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, overlaps, parseCidr } from "../../contract/index.ts";
import { nodePools } from "./node-pools.ts";
import { projectOf } from "./project.ts";

/**
 * A Managed Kubernetes cluster. Its nodes have private addresses only and leave by the network's gateway. Its API has a public name and no private
 * endpoint: the addresses that may reach it are its only wall, and an empty list would mean everybody. It takes no key of your own.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_kube.md, cloud_project_kube_iprestrictions.md, cloud_project_kube_oidc.md,
 * cloud_project_kube_log_subscription.md; seen 2026-11-23.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  const service_name = projectOf(cx);
  const zones = cx.place.zones.length;
  if (zones > 0 && !spec.highlyAvailable)
    throw new InputError(
      `Cluster ${spec.name} stands in ${cx.region}, where OVHcloud runs control planes over three zones only. Leave out { highlyAvailable: false }.`,
    );
  if (spec.network.gatewayId === undefined)
    throw new InputError(
      `Cluster ${spec.name} has no way out: OVHcloud's nodes fetch their images and report to their control plane through the network's gateway. Give the network one.`,
    );
  requireOwnAddresses(spec);
  const kube = cx.resource("ovh_cloud_project_kube", "cluster", {
    service_name,
    region: cx.region,
    name: spec.name,
    plan: spec.highlyAvailable ? "standard" : "free",
    ...(spec.version === undefined ? {} : { version: spec.version }),
    update_policy: UPDATES[spec.updates],
    private_network_id: spec.network.networkId,
    nodes_subnet_id: spec.network.subnetId,
    load_balancers_subnet_id: spec.network.subnetId,
    // Empty: the subnet's own gateway. Without the second line nodes would leave by public addresses of their own.
    private_network_configuration: [{ default_vrack_gateway: "", private_network_routing_as_default: true }],
  });
  const of = { service_name, kube_id: kube.ref("id") };
  cx.resource("ovh_cloud_project_kube_iprestrictions", "addresses", { ...of, ips: spec.allowedFrom.map(({ cidr }) => cidr) });
  if (spec.signIn !== undefined) cx.resource("ovh_cloud_project_kube_oidc", "sign-in", { ...of, ...signIn(spec.signIn) });
  if (spec.auditLogId !== undefined)
    cx.resource("ovh_cloud_project_kube_log_subscription", "audit-log", { ...of, kind: "audit", stream_id: spec.auditLogId });
  nodePools(spec.pools, of, cx);
  return { clusterId: kube.ref("id"), endpoint: kube.ref("url"), kubeconfig: kube.ref("kubeconfig") };
};

/**
 * Addresses that pods and services have unless told otherwise, by plan: a machine of the network that has one of them is not reached from a pod.
 *
 * Source: docs.ovhcloud.com managed-kubernetes-known-limits; ovh/docs "Configuring pods and services IP allocation policy"; seen 2026-11-23.
 */
const TAKEN = { standard: ["10.240.0.0/13", "10.3.0.0/16"], free: ["10.2.0.0/16", "10.3.0.0/16"] } as const;

function requireOwnAddresses({ name, network: { cidr }, highlyAvailable }: ClusterSpec): void {
  const clash = TAKEN[highlyAvailable ? "standard" : "free"].find((block) => overlaps(parseCidr(block), parseCidr(cidr)));
  if (clash !== undefined)
    throw new InputError(
      `Cluster ${name} stands in a network of ${cidr}, which overlaps ${clash}: OVHcloud's clusters use these for their pods and services. Give the network other addresses, { addresses: "10.64.0.0/16" }.`,
    );
}

const UPDATES = { careful: "MINIMAL_DOWNTIME", always: "ALWAYS_UPDATE", never: "NEVER_UPDATE" } as const;

function signIn(oidc: NonNullable<ClusterSpec["signIn"]>) {
  return {
    issuer_url: oidc.issuerUrl,
    client_id: oidc.clientId,
    oidc_username_claim: oidc.usernameClaim,
    oidc_username_prefix: oidc.usernamePrefix,
    oidc_groups_claim: [oidc.groupsClaim],
    oidc_groups_prefix: oidc.groupsPrefix,
  };
}
