import type { HostedFacts } from "../contract/hosted.ts";
import type { Placement } from "../contract/placement.ts";
import type { Reading } from "../contract/reading.ts";

const inCluster: Placement = { by: "host", because: "It is kept and run by the cluster that the provider calls." };
const opaque = (because: string): Placement => ({ by: "opaque", because });
const anything = "It is whatever its text says: operators in a cluster make resources of any cloud from such texts.";
const asks = "It has the cluster send every object to the address that it names.";
const mounts = "It mounts storage of whatever host it names.";

/** A type, and the names that it has for versions of its interface. */
const versions = (name: string, ...more: readonly string[]): readonly string[] => [name, `${name}_v1`, ...more.map((v) => `${name}_${v}`)];

/** docs/resources of the provider, releases 2 and 3 (read on 2026-11-28): what a cluster keeps or runs, and nothing else. */
const KEPT: readonly string[] = [
  ...[
    "annotations",
    "certificate_signing_request",
    "cluster_role",
    "cluster_role_binding",
    "config_map",
    "cron_job",
    "csi_driver",
    "default_service_account",
    "deployment",
    "endpoints",
    "ingress",
    "ingress_class",
    "job",
    "limit_range",
    "namespace",
    "network_policy",
    "persistent_volume_claim",
    "pod",
    "pod_disruption_budget",
    "priority_class",
    "replication_controller",
    "resource_quota",
    "role",
    "role_binding",
    "secret",
    "service",
    "service_account",
    "stateful_set",
    "storage_class",
  ].flatMap((name) => versions(name)),
  ...versions("horizontal_pod_autoscaler", "v2", "v2beta2"),
  "backend_tls_policy_v1",
  "config_map_v1_data",
  "daemon_set_v1",
  "daemonset",
  "endpoint_slice_v1",
  "env",
  "gateway",
  "gateway_class",
  "gateway_class_v1",
  "gateway_v1",
  "grpc_route_v1",
  "http_route_v1",
  "labels",
  "listener_set_v1",
  "node_taint",
  "reference_grant_v1",
  "runtime_class_v1",
  "secret_v1_data",
  "tls_route_v1",
  "token_request_v1",
];

const resources: Readonly<Record<string, Placement>> = {
  ...Object.fromEntries(KEPT.map((name) => [`kubernetes_${name}`, inCluster])),
  kubernetes_manifest: opaque(anything),
  ...Object.fromEntries(
    [...versions("mutating_webhook_configuration"), ...versions("validating_webhook_configuration"), ...versions("api_service")].map(
      (name) => [`kubernetes_${name}`, opaque(asks)],
    ),
  ),
  ...Object.fromEntries(versions("persistent_volume").map((name) => [`kubernetes_${name}`, opaque(mounts)])),
};

const READ: readonly string[] = [
  ...[
    "config_map",
    "endpoints",
    "ingress",
    "namespace",
    "persistent_volume_claim",
    "pod",
    "secret",
    "service",
    "service_account",
    "storage_class",
  ].flatMap((name) => versions(name)),
  "all_ingresses",
  "all_namespaces",
  "backend_tls_policy_v1",
  "endpoint_slice_v1",
  "gateway_class",
  "gateway_class_v1",
  "gateway_v1",
  "grpc_route_v1",
  "http_route_v1",
  "listener_set_v1",
  "mutating_webhook_configuration_v1",
  "nodes",
  "persistent_volume_v1",
  "reference_grant_v1",
  "resource",
  "resources",
  "server_version",
  "service_account_issuer",
  "tls_route_v1",
];

const service: Reading = {
  exposure: [
    {
      path: "spec[].type",
      public: ["LoadBalancer", "NodePort"],
      absent: "private",
      remedy: "Set type to ClusterIP, and let one balancer of the cluster's own answer for all.",
    },
  ],
  ingress: [
    {
      path: "spec[].load_balancer_source_ranges",
      absent: "open",
      onlyWhenPublic: true,
      remedy: "List the ranges that have to get in in load_balancer_source_ranges.",
    },
  ],
};
const container = (path: string) => ({ path: `${path}[].image`, form: "container" }) as const;
const inTemplate = (spec: string): Reading => ({ images: [container(`${spec}.container`), container(`${spec}.init_container`)] });
const workload = inTemplate("spec[].template[].spec[]");
const cron = inTemplate("spec[].job_template[].spec[].template[].spec[]");
const pod = inTemplate("spec[]");
const each = (reading: Reading, ...names: readonly string[]): Readonly<Record<string, Reading>> =>
  Object.fromEntries(names.map((name) => [`kubernetes_${name}`, reading]));

/** Kubernetes, by the provider that HashiCorp writes (its docs/index.md, read on 2026-11-28: the host that is written wins over every file). */
export const kubernetes: HostedFacts = {
  source: "hashicorp/kubernetes",
  host: {
    paths: ["host"],
    env: ["KUBE_HOST"],
    elsewhere: {
      config_path: "The file says which cluster is called.",
      config_paths: "The files say which cluster is called.",
      config_context: "A file says which cluster the context is.",
      config_context_cluster: "A file says which cluster the name is.",
      proxy_url: "Every call passes through the host that it names.",
      "exec[].command": "It runs a program for its credentials.",
    },
    file: "config_path",
    concept: "cluster",
    words: ["k8s", "kube", "kubeconfig", "kubernetes", "mks", "oks", "ske", "sks", "cce"],
  },
  resources,
  dataSources: Object.fromEntries(READ.map((name) => [`kubernetes_${name}`, inCluster])),
  readings: {
    ...each(service, ...versions("service")),
    ...each(
      workload,
      ...versions("deployment"),
      ...versions("stateful_set"),
      "daemonset",
      "daemon_set_v1",
      ...versions("job"),
      ...versions("replication_controller"),
    ),
    ...each(cron, ...versions("cron_job")),
    ...each(pod, ...versions("pod")),
    ...each(
      {
        exposure: [
          {
            path: "",
            public: "always",
            absent: "public",
            remedy: "Let a balancer in a private network answer, and waive this by its address.",
          },
        ],
      },
      ...versions("ingress"),
      "gateway",
      "gateway_v1",
    ),
  },
};
