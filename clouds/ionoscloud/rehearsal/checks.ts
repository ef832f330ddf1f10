import type { Demand, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/ionos-cloud/terraform-provider-ionoscloud";
const seen = "2026-11-28";

/** The code has one port less than there are. */
const ports = (at?: string): readonly Demand[] =>
  ["port_range_start", "port_range_end"].map((number) => ({ ...(at === undefined ? {} : { at }), number, between: [1, 65_534] }));

/** Zones, and most other choices, are taken in any case. */
const either = (...names: readonly string[]): string => `^(?:${names.map((name) => [...name].map(eitherCase).join("")).join("|")})$`;
const eitherCase = (letter: string): string =>
  letter.toUpperCase() === letter.toLowerCase() ? letter : `[${letter.toUpperCase()}${letter.toLowerCase()}]`;

const DAY = either("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
const NAMED: Demand = { text: "name", form: "\\S" };

/** What the code of IONOS' provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  ionoscloud_vcpu_server: {
    source: `${REPOSITORY}/blob/493100b2effb29199b5a1f8f78dafb4ac8217a7e/ionoscloud/resource_vcpu_server.go`,
    seen,
    demands: [
      { text: "name", form: "\\S" },
      { text: "hostname", form: "\\S", length: [1, 63] },
      { text: "availability_zone", form: either("AUTO", "ZONE_1", "ZONE_2") },
      { at: "volume", text: "availability_zone", form: either("AUTO", "ZONE_1", "ZONE_2", "ZONE_3") },
      { at: "volume", text: "disk_type", form: "\\S" },
      ...ports("nic.firewall"),
    ],
  },
  ionoscloud_k8s_cluster: { source: `${REPOSITORY} ionoscloud/resource_k8s_cluster.go`, seen, demands: [NAMED] },
  ionoscloud_k8s_node_pool: {
    source: `${REPOSITORY} ionoscloud/resource_k8s_node_pool.go`,
    seen,
    demands: [NAMED, ...["k8s_version", "availability_zone", "storage_type"].map((text) => ({ text, form: "\\S" }))],
  },
  ionoscloud_mariadb_cluster: {
    source: `${REPOSITORY} ionoscloud/resource_dbaas_mariadb_cluster.go`,
    seen,
    demands: [
      { number: "instances", between: [1, 5] },
      { number: "cores", between: [1, Number.MAX_SAFE_INTEGER] },
      { number: "ram", between: [2, Number.MAX_SAFE_INTEGER] },
      { number: "storage_size", between: [10, 2000] },
      { at: "credentials", text: "username", length: [1, 63] },
      { at: "maintenance_window", text: "day_of_the_week", form: DAY },
    ],
  },
  ionoscloud_networkloadbalancer_forwardingrule: {
    source: `${REPOSITORY} ionoscloud/resource_networkloadbalancer_forwardingrule.go`,
    seen,
    demands: [{ text: "protocol", form: either("HTTP", "TCP") }],
  },
  ionoscloud_application_loadbalancer_forwardingrule: {
    source: `${REPOSITORY}/blob/0894b2d469f0d63158023c62f4a400e41cba497a/ionoscloud/resource_application_loadbalancer_forwardingrule.go`,
    seen,
    demands: [
      NAMED,
      { text: "protocol", form: either("HTTP") },
      { number: "listener_port", between: [1, 65_535] },
      { at: "http_rules", text: "type", form: either("FORWARD", "STATIC", "REDIRECT") },
      { at: "http_rules.conditions", text: "type", form: either("HEADER", "PATH", "QUERY", "METHOD", "HOST", "COOKIE", "SOURCE_IP") },
    ],
  },
  ionoscloud_target_group: {
    source: `${REPOSITORY}/blob/0894b2d469f0d63158023c62f4a400e41cba497a/ionoscloud/resource_target_group.go`,
    seen,
    demands: [
      NAMED,
      { text: "protocol", form: either("HTTP") },
      { at: "http_health_check", text: "match_type", form: either("STATUS_CODE", "RESPONSE_BODY") },
      { at: "http_health_check", text: "method", form: either("HEAD", "PUT", "POST", "GET", "TRACE", "PATCH", "OPTIONS") },
    ],
  },
  ionoscloud_nsg_firewallrule: { source: `${REPOSITORY} ionoscloud/resource_nsg_firewallrule.go`, seen, demands: ports() },
  ionoscloud_s3_bucket: {
    source: `${REPOSITORY}/blob/5749943de9ad2be687a7f371d09d62a3ec1b8b0c/internal/framework/services/objectstorage/resource_bucket.go`,
    seen,
    demands: [{ text: "name", length: [3, 63] }],
  },
};
