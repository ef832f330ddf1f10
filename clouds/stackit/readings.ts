import type { IngressReading, Reading } from "../contract/reading.ts";
import type { StackitResourceType } from "./types.ts";

export const encryption = {
  by: "nothing",
  because: "The provider has no attribute for its encryption, and no claim of the operator was found.",
} as const;

/** docs/resources/postgresflex_instance.md and its like ask for the list; an empty one lets nobody in. */
export const list = (path: string, absent: "open" | "closed", more: Partial<IngressReading> = {}): IngressReading => ({
  path,
  absent,
  empty: "closed",
  remedy: `List the ranges that may connect in ${path}.`,
  ...more,
});

/** docs/resources/logme_instance.md: ranges in one text, parted by commas. Silence is read as the worse: no page that was read says what it means. */
const service = (more: Omit<Reading, "encryption"> = {}): Reading => ({
  encryption,
  ingress: [list("parameters.sgw_acl", "open", { separator: "," })],
  ...more,
});

/** docs/resources/opensearch_instance.md and its like: servers that take the logs, and the versions of TLS that are spoken. */
const syslog = { as: "present", path: "parameters.syslog", remedy: "Name the servers that take its logs in parameters.syslog." } as const;
const protocols = { as: "version", path: "parameters.tls_protocols" } as const;
const version = { as: "value", path: "version" } as const;
const planned = { as: "nothing", because: "The plan of the instance decides it: its name ends in single or replica." } as const;
const notSold = { as: "nothing", because: "The provider of this schema has no attribute for it." } as const;

const snapshots = { as: "days", path: "options.snapshot_retention_days" } as const;

/** What STACKIT's resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  stackit_git: { encryption, ingress: [list("acl", "open", { administers: true })] },
  stackit_image: { encryption },
  stackit_kms_key: {
    concept: "keyRing",
    facts: {
      rotated: { as: "nothing", because: "No attribute asks for the key to be replaced at intervals." },
      recoverable: { as: "nothing", because: "What becomes of a key that is deleted, no attribute says." },
    },
  },
  stackit_loadbalancer: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "options.private_network_only",
        public: [false],
        absent: "public",
        remedy: "Set private_network_only to true in options: it then answers in its network only.",
      },
    ],
    ingress: [list("options.acl", "open", { onlyWhenPublic: true })],
    // docs/resources/loadbalancer.md: it never ends TLS itself. What passes as TCP may be clear text.
    facts: {
      inTransit: {
        as: "switch",
        path: "listeners[].protocol",
        when: ["PROTOCOL_TLS_PASSTHROUGH"],
        absent: false,
        remedy: "Set protocol of each listener to PROTOCOL_TLS_PASSTHROUGH, and let the servers behind it speak TLS.",
      },
      tlsVersion: { as: "nothing", because: "It passes TLS through: the servers behind it decide what is spoken." },
      audited: {
        as: "present",
        path: "options.observability.logs.push_url",
        remedy: "Write where its logs go in options.observability.logs.",
      },
    },
  },
  stackit_logme_instance: service({
    concept: "auditLog",
    facts: {
      version,
      retentionDays: { as: "days", path: "parameters.ism_deletion_after" },
      tlsVersion: { as: "version", path: "parameters.opensearch_tls_protocols" },
    },
  }),
  stackit_mariadb_instance: service({ concept: "database", facts: { version, audited: syslog, nodes: planned } }),
  stackit_modelserving_token: { facts: { expires: { as: "present", path: "ttl_duration" } } },
  stackit_mongodbflex_instance: {
    concept: "database",
    encryption,
    ingress: [list("acl", "closed")],
    facts: {
      engine: { as: "nothing", because: "The type of the resource says it: MongoDB." },
      version: { as: "value", path: "version" },
      nodes: { as: "number", path: "replicas" },
      backedUp: { as: "present", path: "backup_schedule" },
      backupDays: snapshots,
    },
  },
  stackit_network: { concept: "network" },
  // docs/resources/network_interface.md: without `security` no group of rules applies.
  stackit_network_interface: {
    exposure: [
      { path: "security", public: [false], absent: "private", remedy: "Leave security out, and write rules in a security group." },
    ],
  },
  stackit_objectstorage_bucket: { concept: "bucket", encryption },
  stackit_objectstorage_credential: { facts: { expires: { as: "present", path: "expiration_timestamp" } } },
  stackit_observability_instance: {
    concept: "auditLog",
    encryption,
    ingress: [list("acl", "open")],
    facts: { retentionDays: { as: "days", path: "logs_retention_days" } },
  },
  stackit_opensearch_instance: service({
    concept: "database",
    facts: { version, tlsVersion: protocols, audited: syslog, nodes: planned },
  }),
  stackit_postgresflex_instance: {
    concept: "database",
    encryption,
    ingress: [list("acl", "closed")],
    facts: {
      version: { as: "value", path: "version" },
      nodes: { as: "number", path: "replicas" },
      backedUp: { as: "present", path: "backup_schedule" },
      backupDays: notSold,
    },
  },
  stackit_rabbitmq_instance: service({ facts: { version, tlsVersion: protocols, audited: syslog } }),
  stackit_redis_instance: service({
    concept: "database",
    facts: { version, tlsVersion: protocols, audited: syslog, nodes: planned },
  }),
  stackit_secretsmanager_instance: { concept: "secretStore", encryption, ingress: [list("acls", "open")] },
  // An address that leads to a network interface makes its machine public; one without exposes nothing.
  stackit_public_ip: {
    exposure: [
      {
        path: "network_interface_id",
        public: "present",
        absent: "private",
        remedy: "Leave out network_interface_id. Take a load balancer or a bastion instead.",
      },
    ],
  },
  stackit_public_ip_associate: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "It makes its machine public. Take a load balancer or a bastion instead.",
      },
    ],
  },
  stackit_security_group_rule: {
    concept: "firewall",
    ingress: [
      {
        path: "ip_range",
        where: { attribute: "direction", is: ["ingress"] },
        absent: "open",
        instead: ["remote_security_group_id"],
        ports: { from: "port_range.min", to: "port_range.max" },
        remedy: "Set ip_range to the range that has to get in, or remote_security_group_id to the group of its machines.",
      },
    ],
    egress: [
      {
        path: "ip_range",
        where: { attribute: "direction", is: ["egress"] },
        absent: "open",
        instead: ["remote_security_group_id"],
        ports: { from: "port_range.min", to: "port_range.max" },
        remedy: "Set ip_range to the range that has to be reached.",
      },
    ],
  },
  stackit_server: {
    concept: "instance",
    encryption,
    facts: {
      flavour: { as: "value", path: "machine_type" },
      backedUp: { as: "companion", type: "stackit_server_backup_schedule", path: "server_id" },
    },
  },
  stackit_server_backup_schedule: {
    concept: "backup",
    encryption,
    facts: {
      backedUp: { as: "switch", path: "enabled", when: [true], absent: false },
      backupDays: { as: "days", path: "backup_properties.retention_period" },
    },
  },
  stackit_service_account_access_token: { facts: { expires: { as: "present", path: "ttl_days" } } },
  stackit_service_account_key: { facts: { expires: { as: "present", path: "ttl_days" } } },
  stackit_ske_cluster: {
    concept: "cluster",
    encryption,
    exposure: [
      {
        path: "extensions.acl.enabled",
        public: [false],
        absent: "private",
        remedy: "Set enabled to true in extensions.acl: the list of ranges counts only then.",
      },
    ],
    ingress: [list("extensions.acl.allowed_cidrs", "open", { administers: true })],
    facts: {
      version: { as: "value", path: "kubernetes_version_min" },
      nodes: { as: "number", path: "node_pools[].minimum" },
      zones: { as: "distinct", path: "node_pools[].availability_zones" },
      privateControlPlane: { as: "nothing", because: "The API has a public name; extensions.acl says who may reach it." },
      audited: { as: "nothing", because: "The provider has no attribute for the audit log of a cluster." },
    },
  },
  stackit_ske_kubeconfig: { facts: { expires: { as: "present", path: "expiration" } } },
  stackit_sqlserverflex_instance: {
    concept: "database",
    encryption,
    ingress: [list("acl", "open")],
    facts: {
      version: { as: "value", path: "version" },
      backedUp: { as: "present", path: "backup_schedule" },
      backupDays: { as: "days", path: "options.retention_days" },
    },
  },
  stackit_volume: {
    concept: "volume",
    encryption,
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "companion", type: "stackit_server_backup_schedule", path: "backup_properties.volume_ids" },
    },
  },
} satisfies Partial<Record<StackitResourceType, Reading>>;
