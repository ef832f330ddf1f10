import type { Demand, KnownValues, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/UpCloudLtd/terraform-provider-upcloud";
const seen = "2026-11-28";

const oneOf = (what: string, ...values: readonly string[]): KnownValues => ({ what, values });

/** Names of clusters and of their groups of nodes: labels of DNS. */
const LABEL: Demand = { text: "name", form: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", length: [1, 63] };

/** Names of file storage, of its shares, and of entries of their lists. */
const FILES = { text: "name", form: "^[a-zA-Z0-9_-]+$", length: [1, 64] } as const satisfies Demand;

/** What every managed database has in common. */
const DATABASE: ProviderChecks = {
  source: `${REPOSITORY} internal/service/database (defineCommonAttributesAndBlocks)`,
  seen,
  known: {
    maintenance_window_dow: oneOf("day", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "network.type": oneOf("type of network", "private"),
    "network.family": oneOf("family", "IPv4"),
  },
  demands: [
    { text: "name", length: [3, 30] },
    { given: "maintenance_window_dow", requires: ["maintenance_window_time"] },
    { given: "maintenance_window_time", requires: ["maintenance_window_dow"] },
    { at: "network", text: "name", form: "^[a-zA-Z0-9_-]+$", length: [0, 65] },
  ],
};

/** What the code of UpCloud's provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  upcloud_managed_database_postgresql: DATABASE,
  upcloud_managed_database_mysql: DATABASE,
  upcloud_managed_database_opensearch: DATABASE,
  upcloud_managed_database_valkey: DATABASE,
  upcloud_kubernetes_cluster: { source: `${REPOSITORY} internal/service/kubernetes`, seen, demands: [LABEL] },
  upcloud_kubernetes_node_group: { source: `${REPOSITORY} internal/service/kubernetes`, seen, demands: [LABEL] },
  upcloud_file_storage: {
    source: `${REPOSITORY}/blob/1db78c693d833ac8c0db52aeeacc52fb0042da93/internal/service/filestorage/file_storage.go`,
    seen,
    known: {
      configured_status: oneOf("status", "started", "stopped"),
      "network.family": oneOf("family", "IPv4", "IPv6"),
    },
    demands: [FILES, { at: "network", ...FILES }, { number: "size", between: [250, 25_000] }],
  },
  upcloud_file_storage_share: {
    source: `${REPOSITORY}/blob/6ad6a43e0c0f23500a04fdd9251d139e84895bec/internal/service/filestorage/file_storage_share.go`,
    seen,
    demands: [FILES, { text: "path", form: "^/[a-z0-9/_-]*$", length: [1, 512] }],
  },
  upcloud_file_storage_share_acl: {
    source: `${REPOSITORY}/blob/4eca6a6cfd9783d352fad8ab5b18dc731c595bb4/internal/service/filestorage/file_storage_share_acl.go`,
    seen,
    known: { permission: oneOf("permission", "ro", "rw") },
    demands: [FILES, { ...FILES, text: "share_name" }, { text: "target", length: [1, 255] }],
  },
  upcloud_firewall_rules: {
    source: `${REPOSITORY}/blob/1a18fa615a2fcdae07d3b185f526ccad492191be/internal/service/firewall/firewall.go`,
    seen,
    known: {
      "firewall_rule.action": oneOf("action", "accept", "drop"),
      "firewall_rule.direction": oneOf("direction", "in", "out"),
      "firewall_rule.family": oneOf("family", "IPv4", "IPv6"),
      "firewall_rule.protocol": oneOf("protocol", "", "tcp", "udp", "icmp"),
    },
    demands: [{ at: "firewall_rule", text: "comment", length: [0, 250] }],
  },
};
