import type { IngressReading, Reading } from "../contract/reading.ts";
import type { ScalewayResourceType } from "./types.ts";

const docs = (page: string) =>
  ({ source: `https://github.com/scaleway/terraform-provider-scaleway docs/resources/${page}.md`, seen: "2026-11-23" }) as const;
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
const list = (path: string): readonly IngressReading[] => [
  { path, absent: "open", remedy: "List the ranges that may connect, and no other." },
];

/** What Scaleway's resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  scaleway_block_snapshot: { concept: "backup", encryption: copy },
  scaleway_block_volume: { concept: "volume", encryption, facts: { size: { as: "value", path: "size_in_gb" } } },
  scaleway_container: { exposure: [{ path: "privacy", public: ["public"], absent: "public", remedy: answers }] },
  scaleway_file_filesystem: { concept: "fileShare", encryption },
  scaleway_function: { exposure: [{ path: "privacy", public: ["public"], absent: "public", remedy: answers }] },
  scaleway_instance_image: {
    exposure: [{ path: "public", public: [true], absent: "public", remedy: "Set public to false: nobody else may then use the image." }],
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
  },
  scaleway_instance_security_group_rules: { ingress: rules },
  scaleway_instance_snapshot: { concept: "backup", encryption: copy },
  scaleway_instance_volume: { concept: "volume", encryption, facts: { size: { as: "value", path: "size_in_gb" } } },
  scaleway_k8s_acl: { ingress: list("acl_rules[].ip") },
  scaleway_k8s_cluster: { concept: "cluster", encryption },
  scaleway_mongodb_instance: { concept: "database", encryption },
  // Without `acl` a bucket is private, as S3 has it.
  scaleway_object_bucket: {
    concept: "bucket",
    encryption: {
      by: "nothing",
      because: "A bucket is encrypted by a resource of its own, scaleway_object_bucket_server_side_encryption_configuration.",
    },
    exposure: [{ path: "acl", public: open, absent: "private", remedy: grants }],
  },
  scaleway_object_bucket_acl: { exposure: [{ path: "acl", public: open, absent: "private", remedy: grants }] },
  scaleway_object_bucket_policy: {
    documents: [{ path: "policy", form: "s3-policy", remedy: "Name the applications that may use the bucket as Principal." }],
  },
  scaleway_rdb_acl: { ingress: list("acl_rules[].ip") },
  scaleway_rdb_instance: {
    concept: "database",
    encryption: { by: "attribute", path: "encryption_at_rest", when: [true], absent: false, ...docs("rdb_instance") },
  },
  scaleway_redis_cluster: { concept: "database", encryption, ingress: list("acl[].ip") },
  scaleway_registry_namespace: {
    concept: "registry",
    exposure: [{ path: "is_public", public: [true], absent: "public", remedy: "Set is_public to false." }],
  },
  scaleway_vpc_private_network: { concept: "network" },
} satisfies Partial<Record<ScalewayResourceType, Reading>>;
