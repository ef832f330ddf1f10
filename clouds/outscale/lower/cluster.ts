import { InputError } from "../../../catalogue/index.ts";
import { type ClusterSpec, type Lower, overlaps, parseCidr, shortName } from "../../contract/index.ts";
import { nodePools } from "./node-pools.ts";

/**
 * A cluster of OUTSCALE Kubernetes as a Service, in a project of its own. The project has a Net of its own, in which the nodes stand with private
 * addresses only; the provider cannot peer it with another. The addresses that reach the API are named, and nobody deletes it by mistake.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/oks_project.md, oks_cluster.md; docs.outscale.com "About OKS" (control planes); seen 2026-11-28.
 */
export const cluster: Lower<"cluster"> = (spec, cx) => {
  requireKnown(spec);
  const [project, pods, services] = addressesApart(spec);
  const name = shortName(spec.name, 40, cx);
  const made = cx.resource("outscale_oks_project", "project", {
    name,
    // Of a project the provider takes no more here than in a name: internal/services/oks/resource_oks_project.go.
    description: name,
    region: cx.region,
    cidr: project,
    disable_api_termination: true,
  });
  const kube = cx.resource("outscale_oks_cluster", "cluster", {
    project_id: made.ref("id"),
    name,
    description: spec.name,
    version: spec.version ?? NEWEST,
    control_planes: spec.highlyAvailable ? "cp.3.masters.small" : "cp.mono.master",
    // Three masters in one building are one master.
    cp_multi_az: spec.highlyAvailable && cx.place.zones.length > 1,
    ...(spec.highlyAvailable && cx.place.zones.length > 1 ? { cp_subregions: [...cx.place.zones] } : {}),
    cidr_pods: pods,
    cidr_service: services,
    admin_whitelist: spec.allowedFrom.map(({ cidr }) => cidr),
    auto_maintenances: maintenance(spec),
    disable_api_termination: true,
  });
  nodePools(spec, kube.ref("id"), cx);
  return { clusterId: kube.ref("id"), endpoint: kube.ref("kubeconfig_attributes.host"), kubeconfig: kube.ref("kubeconfig") };
};

/** The newest release in the provider's own documentation, for whoever names none. Source: docs/resources/oks_manifest.md; seen 2026-11-28. */
const NEWEST = "1.35";

function requireKnown({ name, signIn, auditLogId }: ClusterSpec): void {
  if (signIn !== undefined)
    throw new InputError(
      `Cluster ${name} signs people in with a directory, which Outscale's provider cannot set. Leave out { signIn }, and configure sign-in inside the cluster (Dex, Pinniped).`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Cluster ${name} sends its audit log to a log service, and Outscale has none. Leave out { auditLog }.`);
}

/** Blocks of the project's Net, of pods and of services: each first choice that does not meet the network beside which the cluster is described. */
const BLOCKS = [
  ["172.20.0.0/18", "10.50.0.0/18"],
  ["172.21.0.0/16", "10.91.0.0/16"],
  ["172.22.0.0/16", "10.92.0.0/16"],
] as const;

function addressesApart({ network }: ClusterSpec): readonly string[] {
  return BLOCKS.map(([first, second]) => (overlaps(parseCidr(first), parseCidr(network.cidr)) ? second : first));
}

/** Sunday night, universal time. `careful` takes patches by itself and new releases only when asked. */
function maintenance({ updates }: ClusterSpec) {
  const window = { start_hour: 2, duration_hours: 3, week_day: "Sun", tz: "UTC" };
  return {
    minor_upgrade_maintenance: { enabled: updates === "always", ...window },
    patch_upgrade_maintenance: { enabled: updates !== "never", ...window },
  };
}
