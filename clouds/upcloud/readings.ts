import { unread } from "../../catalogue/sourced.ts";
import type { Reading } from "../contract/reading.ts";
import type { UpcloudResourceType } from "./types.ts";

const schema = (page: string) => unread(`https://github.com/UpCloudLtd/terraform-provider-upcloud docs/resources/${page}.md`, "2026-11-23");
const encryption = {
  by: "nothing",
  because: "The provider has no attribute for its encryption, and no claim of the operator was found.",
} as const;
const database: Reading = {
  concept: "database",
  encryption,
  exposure: [
    {
      path: "properties[].public_access",
      public: [true],
      absent: "public",
      remedy: "Set public_access to false in properties, and reach the database through a private network.",
    },
  ],
  ingress: [
    {
      path: "properties[].ip_filter",
      absent: "open",
      onlyWhenPublic: true,
      remedy: "List the ranges that may connect in ip_filter.",
    },
  ],
  facts: {
    deletionProtected: { as: "switch", path: "termination_protection", when: [true], absent: false },
    nodes: { as: "nothing", because: "The plan decides how many machines it has." },
    backedUp: { as: "nothing", because: "The plan decides how many backups are kept; attributes choose the hour only." },
  },
};

/** What UpCloud's resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  upcloud_file_storage: { concept: "fileShare", encryption },
  upcloud_kubernetes_cluster: {
    concept: "cluster",
    encryption: { by: "attribute", path: "storage_encryption", when: ["data-at-rest"], absent: false, ...schema("kubernetes_cluster") },
    ingress: [
      {
        path: "control_plane_ip_filter",
        absent: "open",
        administers: true,
        remedy: "List the ranges that may reach the control plane in control_plane_ip_filter.",
      },
    ],
    facts: {
      version: { as: "value", path: "version" },
      privateNodes: { as: "switch", path: "private_node_groups", when: [true], absent: false },
    },
  },
  upcloud_loadbalancer: {
    concept: "loadBalancer",
    exposure: [
      { path: "networks[].type", public: ["public"], absent: "private", remedy: "Give the balancer networks of type private only." },
      // docs/resources/loadbalancer.md has this older attribute as deprecated, and does not say what stands beside it: it is read as the worse.
      { path: "network", public: "present", absent: "private", remedy: "Write networks, of type private only, in place of network." },
    ],
  },
  upcloud_loadbalancer_frontend: {
    facts: { inTransit: { as: "companion", type: "upcloud_loadbalancer_frontend_tls_config", path: "frontend" } },
  },
  upcloud_managed_database_mysql: database,
  upcloud_managed_database_opensearch: {
    ...database,
    facts: { ...database.facts, audited: { as: "switch", path: "properties[].enable_security_audit", when: [true], absent: false } },
  },
  upcloud_managed_database_postgresql: {
    ...database,
    facts: { ...database.facts, backupDays: { as: "days", path: "properties[].backup_retention_days" } },
  },
  upcloud_managed_database_valkey: {
    ...database,
    facts: { ...database.facts, inTransit: { as: "switch", path: "properties[].valkey_ssl", when: [true], absent: false } },
  },
  upcloud_managed_object_storage: {
    concept: "bucket",
    encryption: {
      by: "operator",
      claim: "What customers keep in object storage is encrypted at rest by default.",
      source: "https://developers.upcloud.com/1.3/21-managed-object-storage/",
      seen: "2026-11-28",
    },
    exposure: [{ path: "network[].type", public: ["public"], absent: "private", remedy: "Give it networks of type private only." }],
  },
  upcloud_managed_object_storage_policy: {
    grants: [{ path: "document", wide: [], form: "policy-document", remedy: "Name the actions that are needed in document." }],
  },
  upcloud_network: { concept: "network" },
  // docs/resources/floating_ip_address.md writes `type = "public"` for an interface with a public address.
  upcloud_server: {
    concept: "instance",
    encryption: { by: "attribute", path: "template[].encrypt", when: [true], absent: false, ...schema("server") },
    exposure: [
      {
        path: "network_interface[].type",
        public: ["public"],
        absent: "private",
        remedy: "Give the server interfaces of type private or utility only.",
      },
    ],
    facts: {
      backedUp: {
        as: "any",
        of: [
          { as: "present", path: "simple_backup[].plan" },
          { as: "present", path: "template[].backup_rule[].interval" },
        ],
        remedy: "Write simple_backup, with a plan and a time.",
      },
    },
  },
  upcloud_storage: {
    concept: "volume",
    encryption: { by: "attribute", path: "encrypt", when: [true], absent: false, ...schema("storage") },
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "present", path: "backup_rule[].interval", remedy: "Write a backup_rule, with an interval and a retention." },
      backupDays: { as: "days", path: "backup_rule[].retention" },
    },
  },
  upcloud_storage_backup: {
    concept: "backup",
    encryption: {
      by: "nothing",
      because: "Whether a copy of an encrypted disk stays encrypted, no attribute asks and no page that was read says.",
    },
  },
  upcloud_gateway_connection: {
    concept: "privateAccess",
    facts: { linkEncrypted: { as: "switch", path: "type", when: ["ipsec"], absent: false } },
  },
} satisfies Partial<Record<UpcloudResourceType, Reading>>;
