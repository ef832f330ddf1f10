import type { IngressReading, Reading } from "../contract/reading.ts";
import type { ScalewayResourceType } from "./types.ts";

const docs = (page: string) =>
  ({ source: `https://github.com/scaleway/terraform-provider-scaleway docs/resources/${page}.md`, seen: "2026-11-23" }) as const;
const ipsec = {
  as: "claim",
  is: true,
  claim: "A connection is a tunnel of IPsec, encrypted, under ciphers of IKEv2.",
  source: "https://www.scaleway.com/en/developers/api/s2s-vpn",
  seen: "2026-11-28",
} as const;
const encryption = {
  by: "nothing",
  because: "The provider has no attribute for its encryption, and no claim of the operator was found.",
} as const;
const copy = {
  by: "nothing",
  because: "Whether a copy is encrypted, no attribute asks and no page that was read says.",
} as const;
const open = ["public-read", "public-read-write", "authenticated-read"] as const;
const grants = "Set acl to private, and grant access to those who need it.";
const answers = "Set privacy to private, so that a token is asked for.";
const rules: readonly IngressReading[] = [
  {
    path: "inbound_rule[].ip_range",
    where: { attribute: "action", is: ["accept"] },
    absent: "closed",
    silent: "open",
    instead: ["ip"],
    ports: { from: "port", to: "port" },
    remedy: "Set ip_range to the range that has to get in.",
  },
];
const leaving: readonly IngressReading[] = [
  {
    path: "outbound_rule[].ip_range",
    where: { attribute: "action", is: ["accept"] },
    absent: "closed",
    silent: "open",
    instead: ["ip"],
    ports: { from: "port", to: "port" },
    remedy: "Set ip_range to the range that has to be reached.",
  },
];
const list = (path: string, administers = false): readonly IngressReading[] => [
  { path, absent: "open", administers, remedy: "List the ranges that may connect, and no other." },
];

/** Public addresses that are given to a machine or a balancer. */
const addressed = (remedy: string): NonNullable<Reading["exposure"]> =>
  ["ip_id", "ip_ids"].map((path) => ({ path, public: "present", absent: "private", remedy }));

/** A database without a private network, or with a public endpoint beside it, answers the internet. */
const within = (endpoint: string): NonNullable<Reading["exposure"]> => [
  { path: "private_network[].pn_id", public: [], absent: "public", remedy: "Put it into a private network." },
  { path: endpoint, public: "present", absent: "private", remedy: `Leave out ${endpoint.replace("[]", "")}.` },
];

/** What Scaleway's resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  scaleway_block_snapshot: { concept: "backup", encryption: copy },
  scaleway_block_volume: {
    concept: "volume",
    encryption,
    facts: {
      size: { as: "value", path: "size_in_gb" },
      backedUp: { as: "companion", type: "scaleway_block_snapshot", path: "volume_id" },
    },
  },
  scaleway_baremetal_server: { facts: { deletionProtected: { as: "switch", path: "protected", when: [true], absent: false } } },
  scaleway_cockpit_source: {
    concept: "auditLog",
    facts: { retentionDays: { as: "days", path: "retention_days", where: { attribute: "type", is: ["logs"] } } },
  },
  scaleway_container: {
    exposure: [{ path: "privacy", public: ["public"], absent: "public", remedy: answers }],
    images: [
      { path: "registry_image", form: "container" },
      { path: "image", form: "container" },
    ],
    facts: {
      inTransit: {
        as: "any",
        of: [
          { as: "switch", path: "http_option", when: ["redirected"], absent: false },
          { as: "switch", path: "https_connections_only", when: [true], absent: false },
        ],
        remedy: "Set https_connections_only to true.",
      },
    },
  },
  scaleway_container_namespace: { facts: { emptiedOnDestroy: { as: "switch", path: "destroy_registry", when: [true], absent: false } } },
  scaleway_container_token: { facts: { expires: { as: "present", path: "expires_at" } } },
  scaleway_datawarehouse_deployment: { facts: { nodes: { as: "number", path: "replica_count" } } },
  scaleway_domain_record: { leads: [{ path: "data", where: { attribute: "type", is: ["CNAME", "ALIAS", "DNAME"] } }] },
  scaleway_file_filesystem: { concept: "fileShare", encryption },
  scaleway_function_token: { facts: { expires: { as: "present", path: "expires_at" } } },
  scaleway_iam_api_key: { facts: { expires: { as: "present", path: "expires_at" } } },
  scaleway_iam_policy: {
    grants: [
      {
        path: "rule[].permission_set_names",
        wide: ["AllProductsFullAccess", "OrganizationManager"],
        remedy: "Name the permission sets of the products that are needed.",
      },
    ],
  },
  scaleway_function: { exposure: [{ path: "privacy", public: ["public"], absent: "public", remedy: answers }] },
  scaleway_instance_image: {
    exposure: [
      {
        path: "public",
        public: [true],
        absent: "public",
        opens: "data",
        remedy: "Set public to false: nobody else may then use the image.",
      },
    ],
  },
  // docs/resources/instance_security_group.md: what no rule speaks of is accepted unless the default policy says drop.
  scaleway_instance_security_group: {
    concept: "firewall",
    exposure: [
      {
        path: "inbound_default_policy",
        public: ["accept"],
        absent: "public",
        remedy: "Set inbound_default_policy to drop, and write a rule for what has to get in.",
      },
    ],
    ingress: rules,
    egress: leaving,
    facts: { egressLimited: { as: "switch", path: "outbound_default_policy", when: ["drop"], absent: false } },
  },
  scaleway_instance_security_group_rules: { ingress: rules, egress: leaving },
  // A machine has no public address of its own; docs/resources/instance_server.md.
  scaleway_instance_server: {
    concept: "instance",
    encryption,
    exposure: [
      ...addressed("Leave out the address: take a load balancer or a bastion."),
      { path: "enable_dynamic_ip", public: [true], absent: "private", remedy: "Leave out enable_dynamic_ip." },
    ],
    facts: { deletionProtected: { as: "switch", path: "protected", when: [true], absent: false }, image: { as: "value", path: "image" } },
  },
  scaleway_instance_snapshot: { concept: "backup", encryption: copy },
  scaleway_instance_volume: { concept: "volume", encryption, facts: { size: { as: "value", path: "size_in_gb" } } },
  scaleway_job_definition: { images: [{ path: "image_uri", form: "container" }] },
  scaleway_inference_model: { images: [{ path: "url", form: "url" }] },
  scaleway_k8s_acl: { ingress: list("acl_rules[].ip", true) },
  scaleway_k8s_cluster: {
    concept: "cluster",
    encryption,
    facts: {
      version: { as: "value", path: "version" },
      privateControlPlane: { as: "nothing", because: "The API has a public name; a scaleway_k8s_acl says who may reach it." },
      audited: { as: "nothing", because: "The provider has no attribute for the audit log of a cluster." },
    },
  },
  scaleway_k8s_pool: { facts: { privateNodes: { as: "switch", path: "public_ip_disabled", when: [true], absent: false } } },
  scaleway_kafka_cluster: { facts: { nodes: { as: "number", path: "node_amount" } } },
  scaleway_key_manager_key: {
    concept: "keyRing",
    facts: {
      rotated: { as: "present", path: "rotation_policy[].rotation_period" },
      // docs/resources/key_manager_key.md: a key is protected unless it is said to be unprotected.
      recoverable: { as: "switch", path: "unprotected", when: [false], absent: true },
    },
  },
  // docs/resources/lb.md: a flexible public address is assigned unless told otherwise.
  scaleway_lb: {
    concept: "loadBalancer",
    exposure: [
      {
        path: "assign_flexible_ip",
        public: [true],
        absent: "public",
        remedy: "Set assign_flexible_ip to false, and put it into a private network.",
      },
      ...addressed("Leave out the address: the balancer then answers in its private network only."),
    ],
    facts: {
      // docs/resources/lb.md: intermediate, the default, speaks 1.2 and newer.
      tlsVersion: {
        as: "switch",
        path: "ssl_compatibility_level",
        when: ["ssl_compatibility_level_modern", "ssl_compatibility_level_intermediate"],
        absent: true,
      },
    },
  },
  scaleway_lb_frontend: {
    facts: {
      inTransit: { as: "present", path: "certificate_ids", remedy: "Name the certificates that it serves in certificate_ids." },
      audited: { as: "switch", path: "enable_access_logs", when: [true], absent: false },
    },
  },
  scaleway_mongodb_instance: {
    concept: "database",
    encryption,
    exposure: within("public_network[]"),
    facts: {
      version: { as: "value", path: "version" },
      nodes: { as: "number", path: "node_number" },
      backedUp: { as: "switch", path: "is_snapshot_schedule_enabled", when: [true], absent: false },
      backupDays: { as: "days", path: "snapshot_schedule_retention_days" },
    },
  },
  // Without `acl` a bucket is private, as S3 has it.
  scaleway_object_bucket: {
    concept: "bucket",
    encryption: {
      by: "companion",
      type: "scaleway_object_bucket_server_side_encryption_configuration",
      path: "bucket",
      ...docs("object_bucket_server_side_encryption_configuration"),
    },
    exposure: [{ path: "acl", public: open, absent: "private", opens: "data", remedy: grants }],
    facts: {
      versioned: { as: "switch", path: "versioning[].enabled", when: [true], absent: false },
      locked: { as: "switch", path: "object_lock_enabled", when: [true], absent: false },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  scaleway_object_bucket_acl: { exposure: [{ path: "acl", public: open, absent: "private", opens: "data", remedy: grants }] },
  scaleway_opensearch_deployment: { facts: { nodes: { as: "number", path: "node_amount", absent: 1 } } },
  scaleway_object_bucket_policy: {
    documents: [{ path: "policy", form: "s3-policy", remedy: "Name the applications that may use the bucket as Principal." }],
  },
  scaleway_rdb_acl: { ingress: list("acl_rules[].ip") },
  scaleway_rdb_instance: {
    concept: "database",
    encryption: { by: "attribute", path: "encryption_at_rest", when: [true], absent: false, ...docs("rdb_instance") },
    exposure: within("load_balancer[]"),
    facts: {
      engine: { as: "value", path: "engine" },
      backedUp: { as: "switch", path: "disable_backup", when: [false], absent: true },
      backupDays: { as: "days", path: "backup_schedule_retention" },
      nodes: { as: "switch", path: "is_ha_cluster", when: [true], absent: false },
    },
  },
  scaleway_redis_cluster: {
    concept: "database",
    encryption,
    ingress: list("acl[].ip"),
    facts: {
      version: { as: "value", path: "version" },
      inTransit: { as: "switch", path: "tls_enabled", when: [true], absent: false },
      nodes: { as: "number", path: "cluster_size", absent: 1 },
    },
  },
  scaleway_registry_namespace: {
    concept: "registry",
    exposure: [{ path: "is_public", public: [true], absent: "public", opens: "data", remedy: "Set is_public to false." }],
  },
  scaleway_secret: {
    concept: "secretStore",
    facts: { deletionProtected: { as: "switch", path: "protected", when: [true], absent: false } },
  },
  scaleway_vpc_private_network: { concept: "network" },
  scaleway_s2s_vpn_connection: { concept: "privateAccess", facts: { linkEncrypted: ipsec, linkKeyExchange: ipsec } },
  scaleway_interlink_link: {
    facts: {
      linkPrivate: {
        as: "claim",
        is: true,
        claim: "A link of InterLink bypasses the public internet, and is kept apart from others' at layer 2.",
        source: "https://www.scaleway.com/en/developers/api/interlink",
        seen: "2026-11-28",
      },
    },
  },
} satisfies Partial<Record<ScalewayResourceType, Reading>>;
