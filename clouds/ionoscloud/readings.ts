import type { IngressReading, Reading } from "../contract/reading.ts";
import type { IonoscloudResourceType } from "./types.ts";

const docs = (page: string) =>
  ({ source: `https://github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources/${page}.md`, seen: "2026-11-28" }) as const;
/** "All logical block storage volumes" are encrypted with keys of the operator's; machines by template have disks of their own, of which the page does not speak. */
const blockStorage = {
  by: "operator",
  claim: "Every volume of block storage is encrypted with AES-XTS 256 under a key of its own that IONOS keeps.",
  source: "https://docs.ionos.com/cloud/storage-and-backup/block-storage/overview/security",
  seen: "2026-11-28",
} as const;
const overview = { source: "https://docs.ionos.com/cloud/databases/postgresql/overview", seen: "2026-11-28" } as const;
const encryption = {
  by: "nothing",
  because: "The provider has no attribute for its encryption, and no claim of the operator was found.",
} as const;
/** docs/resources/nic.md: without a firewall everything comes in on a public network; with one, only what a rule lets in. */
const rules = (path: string): IngressReading => ({
  path: `${path}source_ip`,
  where: { attribute: "type", is: ["INGRESS", "BIDIRECTIONAL"] },
  absent: path === "" ? "open" : "closed",
  silent: "open",
  instead: ["source_mac"],
  ports: { from: "port_range_start", to: "port_range_end" },
  remedy: "Set source_ip to the address that has to get in.",
});
/** A card's LAN, by its number in the data centre. */
const inLan = { attribute: "lan", of: ["ionoscloud_lan"], sharing: "datacenter_id" } as const;
const firewall = {
  path: "nic[].firewall_active",
  public: [false],
  absent: "public",
  within: inLan,
  remedy: "Set firewall_active to true on every network card, and write a rule for what has to get in.",
} as const;
const templated: Reading = { concept: "instance", encryption, exposure: [firewall], ingress: [rules("nic[].firewall[].")] };
const server: Reading = { ...templated, encryption: blockStorage };
/** A cluster stands on a private network of a data centre, and has no public address. */
const database: Reading = { concept: "database", encryption };
/** docs/resources/networkloadbalancer.md: what passes is logged to a bucket, or to the operator's logging service. */
const balancer: Reading = {
  concept: "loadBalancer",
  facts: {
    audited: {
      as: "any",
      of: [
        { as: "switch", path: "central_logging", when: [true], absent: false },
        { as: "present", path: "flowlog[].bucket" },
      ],
      remedy: "Set central_logging to true, or write a flowlog with the bucket that takes it.",
    },
  },
};
const elsewhere = {
  as: "nothing",
  because: "The block backup says where backups go; whether and for how long, no attribute that is documented says.",
} as const;
const endless = { as: "nothing", because: "The provider has no attribute by which a key would end." } as const;

/** What IONOS' resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  ionoscloud_application_loadbalancer: balancer,
  ionoscloud_application_loadbalancer_forwardingrule: {
    facts: {
      inTransit: { as: "present", path: "server_certificates", remedy: "Name the certificates of the listener in server_certificates." },
    },
  },
  ionoscloud_container_registry: {
    concept: "registry",
    ingress: [
      {
        path: "api_subnet_allow_list",
        absent: "open",
        remedy: "List the ranges that may reach the registry in api_subnet_allow_list.",
      },
    ],
  },
  ionoscloud_container_registry_token: { facts: { expires: { as: "present", path: "expiry_date" } } },
  ionoscloud_cube_server: templated,
  // docs/resources/datacenter.md: whoever changes it is asked for a second factor.
  ionoscloud_datacenter: { facts: { mfa: { as: "switch", path: "sec_auth_protection", when: [true], absent: false } } },
  ionoscloud_firewall: { concept: "firewall", ingress: [rules("")] },
  ionoscloud_gpu_server: templated,
  ionoscloud_inmemorydb_cluster_v2: {
    ...database,
    facts: {
      version: { as: "value", path: "version" },
      nodes: { as: "number", path: "instances.count" },
      backedUp: { as: "present", path: "snapshot" },
      // "Default 7": docs/resources/inmemorydb_cluster_v2.md.
      backupDays: { as: "days", path: "snapshot.retention_days", absent: 7 },
      audited: { as: "switch", path: "logs_enabled", when: [true], absent: false },
    },
  },
  ionoscloud_inmemorydb_replicaset: {
    ...database,
    facts: { version: { as: "value", path: "version" }, nodes: { as: "number", path: "replicas" } },
  },
  ionoscloud_k8s_cluster: {
    concept: "cluster",
    encryption,
    ingress: [
      {
        path: "api_subnet_allow_list",
        absent: "open",
        administers: true,
        remedy: "List the ranges that may reach the control plane in api_subnet_allow_list.",
      },
    ],
    facts: {
      version: { as: "value", path: "k8s_version" },
      // docs/resources/k8s_cluster.md: a private cluster needs both, and what it is cannot be changed.
      privateNodes: {
        as: "switch",
        path: "public",
        when: [false],
        absent: false,
        remedy: "Make the cluster anew with public = false, a location and a nat_gateway_ip.",
      },
      audited: { as: "present", path: "s3_buckets[].name", remedy: "Name the bucket that takes the log of the API in s3_buckets." },
    },
  },
  ionoscloud_k8s_node_pool: { facts: { nodes: { as: "number", path: "node_count" } } },
  ionoscloud_kafka_cluster: { encryption, facts: { version: { as: "value", path: "version" } } },
  // ionoscloud/resource_lan.go: silence is no.
  ionoscloud_lan: {
    concept: "network",
    exposure: [
      {
        path: "public",
        public: [true],
        absent: "private",
        remedy: "Set public to false, and let in from outside through one machine that the policy names.",
      },
    ],
  },
  ionoscloud_logging_pipeline: {
    concept: "auditLog",
    facts: { retentionDays: { as: "days", path: "log[].destinations[].retention_in_days" } },
  },
  ionoscloud_mariadb_cluster: {
    ...database,
    facts: {
      version: { as: "value", path: "mariadb_version" },
      nodes: { as: "number", path: "instances" },
      backedUp: elsewhere,
      backupDays: elsewhere,
    },
  },
  ionoscloud_mongo_cluster: {
    ...database,
    facts: {
      version: { as: "value", path: "mongodb_version" },
      nodes: { as: "number", path: "instances" },
      backedUp: elsewhere,
      backupDays: elsewhere,
    },
  },
  ionoscloud_networkloadbalancer: balancer,
  ionoscloud_nfs_cluster: {
    concept: "fileShare",
    encryption: {
      by: "operator",
      claim: "Network File Storage stands on block storage, and inherits its encryption at rest.",
      source: "https://docs.ionos.com/cloud/backup-and-storage/network-file-storage/overview/tech-specification-limitation",
      seen: "2026-11-28",
    },
  },
  ionoscloud_nic: {
    exposure: [
      {
        path: "firewall_active",
        public: [false],
        absent: "public",
        within: inLan,
        remedy: "Set firewall_active to true, and write a rule for what has to get in.",
      },
    ],
  },
  ionoscloud_nsg_firewallrule: { concept: "firewall", ingress: [rules("")] },
  ionoscloud_pg_cluster: {
    ...database,
    encryption: {
      by: "attribute",
      path: "storage_type",
      when: ["SSD", "SSD Standard", "SSD Premium"],
      absent: false,
      ...overview,
    },
    facts: {
      version: { as: "value", path: "postgres_version" },
      nodes: { as: "number", path: "instances" },
      inTransit: { as: "claim", is: true, claim: "Clients and cluster speak TLS, with certificates of Let's Encrypt.", ...overview },
      backedUp: { as: "claim", is: true, claim: "A base backup is made every day.", ...overview },
      backupDays: { as: "claim", is: 7, claim: "Any moment of the last week can be restored.", ...overview },
    },
  },
  ionoscloud_object_storage_accesskey: { facts: { expires: endless } },
  ionoscloud_pg_cluster_v2: {
    ...database,
    facts: {
      version: { as: "value", path: "version" },
      nodes: { as: "number", path: "instances.count" },
      backedUp: { as: "present", path: "backup.location" },
      backupDays: { as: "days", path: "backup.retention_days" },
      audited: { as: "switch", path: "logs_enabled", when: [true], absent: false },
    },
  },
  // A new bucket is private; what opens it is a policy.
  ionoscloud_s3_bucket: {
    concept: "bucket",
    encryption: {
      by: "companion",
      type: "ionoscloud_s3_bucket_server_side_encryption_configuration",
      path: "bucket",
      ...docs("s3_bucket_server_side_encryption_configuration"),
    },
    facts: {
      versioned: { as: "companion", type: "ionoscloud_s3_bucket_versioning", path: "bucket" },
      locked: { as: "switch", path: "object_lock_enabled", when: [true], absent: false },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  ionoscloud_s3_bucket_object_lock_configuration: { facts: { retentionDays: { as: "days", path: "rule.default_retention.days" } } },
  ionoscloud_s3_key: { facts: { expires: endless } },
  ionoscloud_s3_bucket_policy: {
    documents: [{ path: "policy", form: "s3-policy", remedy: "Name the users that may use the bucket as Principal." }],
  },
  ionoscloud_s3_bucket_public_access_block: {
    exposure: (["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] as const).map((path) => ({
      path,
      public: [false],
      absent: "public",
      opens: "data",
      remedy: `Set ${path} to true.`,
    })),
  },
  ionoscloud_s3_object: {
    encryption: { by: "attribute", path: "server_side_encryption", when: ["AES256"], absent: false, ...docs("s3_object") },
  },
  ionoscloud_server: server,
  ionoscloud_snapshot: {
    concept: "backup",
    encryption,
    facts: { mfa: { as: "switch", path: "sec_auth_protection", when: [true], absent: false } },
  },
  ionoscloud_user: {
    concept: "identity",
    facts: { mfa: { as: "switch", path: "force_sec_auth", when: [true], absent: false } },
  },
  ionoscloud_user_object_storage_bucket: {
    concept: "bucket",
    encryption,
    facts: {
      versioned: {
        as: "nothing",
        because: "The provider has no attribute for the versions of a bucket of a user's own: take ionoscloud_s3_bucket.",
      },
      locked: { as: "switch", path: "object_lock_enabled", when: [true], absent: false },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  ionoscloud_vcpu_server: server,
  ionoscloud_volume: { concept: "volume", encryption: blockStorage, facts: { size: { as: "value", path: "size" } } },
  ionoscloud_vpn_ipsec_gateway: {
    concept: "privateAccess",
    facts: { linkKeyExchange: { as: "switch", path: "version", when: ["IKEv2"], absent: true } },
  },
  ionoscloud_vpn_ipsec_tunnel: {
    facts: {
      linkEncrypted: {
        as: "claim",
        is: true,
        claim: "A tunnel is IPsec with ESP, and each cipher that it can take is AES.",
        ...docs("vpn_ipsec_tunnel"),
      },
    },
  },
  ionoscloud_vpn_wireguard_peer: {
    facts: {
      linkEncrypted: { as: "claim", is: true, claim: "A peer is reached through a tunnel of WireGuard.", ...docs("vpn_wireguard_peer") },
    },
  },
  ionoscloud_vpn_wireguard_gateway: { concept: "privateAccess" },
} satisfies Partial<Record<IonoscloudResourceType, Reading>>;
