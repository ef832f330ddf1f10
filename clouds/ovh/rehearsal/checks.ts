import type { ProviderChecks } from "../../contract/rehearsal.ts";
import { oneOf } from "./sold.ts";

const REPOSITORY = "https://github.com/ovh/terraform-provider-ovh";
const seen = "2026-11-28";
const read = (file: string, commit?: string) => ({
  source: commit === undefined ? `${REPOSITORY} ovh/${file}` : `${REPOSITORY}/blob/${commit}/ovh/${file}`,
  seen,
});

const ON = ["enabled", "disabled"] as const;
const STATUS = oneOf("status", ...ON);
/** As the code of a bucket has it; that of its lifecycle rules knows two of these. */
const CLASS = oneOf("storage class", "HIGH_PERF", "STANDARD", "STANDARD_IA");
const DAY = "^\\d{4}-\\d{2}-\\d{2}$";

/** What the code of OVHcloud's provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  ovh_cloud_project_kube: {
    ...read("resource_cloud_project_kube.go"),
    known: { "customization_kube_proxy.ipvs.scheduler": oneOf("scheduler", "rr", "lc", "dh", "sh", "sed", "nq") },
    demands: [
      { given: "customization_apiserver", conflictsWith: ["customization"] },
      { given: "load_balancers_subnet_id", requires: ["private_network_id"] },
      { given: "nodes_subnet_id", requires: ["private_network_id"] },
    ],
  },
  ovh_cloud_project_instance: {
    ...read("resource_cloud_project_instance.go", "1052bd921ac1db9f2f70d8a89c8fe849008e06f9"),
    known: { "network.private.gateway_create.model": oneOf("gateway model", "s", "m", "l") },
    demands: [{ exactlyOneOf: ["ssh_key", "ssh_key_create"] }],
  },
  ovh_cloud_project_loadbalancer: {
    ...read("resource_cloud_project_loadbalancer_gen.go", "2b5047d5f21b1b2a996346c5c5312373854f63b7"),
    known: {
      "listeners.protocol": oneOf("protocol", "http", "https", "prometheus", "sctp", "tcp", "terminatedHTTPS", "udp"),
      "listeners.pool.algorithm": oneOf("algorithm", "leastConnections", "roundRobin", "sourceIP"),
      "listeners.pool.health_monitor.monitor_type": oneOf(
        "monitor type",
        "http",
        "https",
        "ping",
        "sctp",
        "tcp",
        "tls-hello",
        "udp-connect",
      ),
      "listeners.pool.health_monitor.http_configuration.http_method": oneOf(
        "method",
        "CONNECT",
        "DELETE",
        "GET",
        "HEAD",
        "OPTIONS",
        "PATCH",
        "POST",
        "PUT",
        "TRACE",
      ),
      "listeners.pool.health_monitor.http_configuration.http_version": oneOf("version of HTTP", "1.0", "1.1"),
      "listeners.pool.session_persistence.type": oneOf("persistence", "appCookie", "disabled", "httpCookie", "sourceIP"),
      "network.private.gateway_create.model": oneOf("gateway model", "s", "m", "l", "xl", "2xl", "3xl"),
    },
  },
  ovh_cloud_project_storage: {
    ...read("resource_cloud_project_storage_gen.go", "12d6a9d3a30d9e1513fff37a377a566fd042921c"),
    known: {
      "encryption.sse_algorithm": oneOf("encryption", "AES256", "plaintext"),
      "replication.rules.status": STATUS,
      "replication.rules.delete_marker_replication": STATUS,
      "replication.rules.destination.storage_class": CLASS,
    },
  },
  ovh_cloud_project_storage_object_bucket_lifecycle_configuration: {
    ...read("(CloudProjectStorageLifecycleConfigurationResourceSchema)"),
    known: { "rules.status": STATUS, "rules.transitions.storage_class": oneOf("storage class", "STANDARD", "STANDARD_IA") },
    demands: [
      { at: "rules.expiration", text: "date", form: DAY },
      { at: "rules.transitions", text: "date", form: DAY },
    ],
  },
  ovh_cloud_project_database: {
    ...read("resource_cloud_project_database.go", "0734b545203b00bfa0a950b2a9ea25a9a8c56a1e"),
    demands: [{ number: "disk_size", between: [0, Number.MAX_SAFE_INTEGER] }],
  },
  ovh_cloud_project_database_database: {
    ...read("resource_cloud_project_database_database.go"),
    known: { engine: oneOf("engine that has databases", "clickhouse", "mysql", "postgresql") },
  },
  ovh_cloud_project_database_user: {
    ...read("resource_cloud_project_database_user.go"),
    known: { engine: oneOf("engine that has users of this kind", "cassandra", "mysql", "kafka", "kafkaConnect", "grafana") },
  },
  ovh_me_identity_group: {
    ...read("resource_me_identity_group.go"),
    known: { role: oneOf("role", "ADMIN", "REGULAR", "UNPRIVILEGED", "NONE") },
  },
  ovh_me_api_oauth2_client: {
    ...read("resource_me_api_oauth2_client.go"),
    known: { flow: oneOf("flow", "AUTHORIZATION_CODE", "CLIENT_CREDENTIALS") },
  },
  ovh_okms_service_key: {
    ...read("resource_okms_service_key_gen.go", "0ed278898650eb01af0c34dd65ef97ec5ad73f4f"),
    known: { type: oneOf("kind of key", "EC", "RSA", "oct"), curve: oneOf("curve", "P-256", "P-384", "P-521") },
    demands: [{ number: "size", oneOf: [128, 192, 256, 2048, 3072, 4096] }],
  },
};
