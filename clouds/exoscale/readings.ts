import type { Reading } from "../contract/reading.ts";
import type { ExoscaleResourceType } from "./types.ts";

const encryption = {
  by: "nothing",
  because: "The provider has no attribute for encryption, and no claim of the operator was found.",
} as const;

const denied = "Deny by default, and allow what is needed service by service.";
const never = { as: "nothing", because: "A key of the API has no day on which it ends." } as const;
const database: Reading = {
  concept: "database",
  encryption,
  facts: {
    deletionProtected: { as: "switch", path: "termination_protection", when: [true], absent: false },
    backedUp: { as: "nothing", because: "The plan decides whether backups are made; attributes choose the hour only." },
    nodes: { as: "nothing", because: "The plan decides how many machines it has." },
  },
};

/** What Exoscale's resources say about their protections. No attribute of the provider speaks of encryption at rest. */
export const readings = {
  exoscale_block_storage_volume: {
    concept: "volume",
    encryption,
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "companion", type: "exoscale_block_storage_volume_snapshot", path: "volume.id" },
    },
  },
  exoscale_block_storage_volume_snapshot: { concept: "backup", encryption },
  exoscale_compute_instance: {
    concept: "instance",
    encryption,
    exposure: [
      {
        path: "private",
        public: [false],
        absent: "public",
        remedy: "Set private to true: the machine then has addresses of private networks only.",
      },
    ],
    facts: { deletionProtected: { as: "switch", path: "destroy_protected", when: [true], absent: false } },
  },
  exoscale_database: database,
  exoscale_dbaas: database,
  exoscale_dbaas_external_endpoint_rsyslog: { facts: { inTransit: { as: "switch", path: "tls", when: [true], absent: false } } },
  exoscale_domain_record: { leads: [{ path: "content", where: { attribute: "record_type", is: ["CNAME", "ALIAS"] } }] },
  exoscale_iam_access_key: { facts: { expires: never } },
  exoscale_iam_api_key: { facts: { expires: never } },
  exoscale_iam_org_policy: { grants: [{ path: "default_service_strategy", wide: ["allow"], remedy: denied }] },
  exoscale_iam_role: { grants: [{ path: "policy.default_service_strategy", wide: ["allow"], remedy: denied }] },
  exoscale_kms_key: {
    concept: "keyRing",
    facts: { rotated: { as: "nothing", because: "The provider has no attribute for the rotation of a key." } },
  },
  exoscale_private_network: { concept: "network" },
  exoscale_security_group_rule: {
    concept: "firewall",
    ingress: [
      {
        path: "cidr",
        where: { attribute: "type", is: ["INGRESS"] },
        absent: "open",
        instead: ["user_security_group_id", "public_security_group"],
        ports: { from: "start_port", to: "end_port" },
        remedy: "Set cidr to the range that has to get in, or user_security_group_id to the group of its machines.",
      },
    ],
  },
  exoscale_sks_cluster: {
    concept: "cluster",
    encryption,
    facts: {
      version: { as: "value", path: "version" },
      audited: { as: "switch", path: "audit[].enabled", when: [true], absent: false },
    },
  },
} satisfies Partial<Record<ExoscaleResourceType, Reading>>;
