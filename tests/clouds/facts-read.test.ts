import { expect, it } from "vitest";
import { cloudFacts } from "../../clouds/facts.ts";
import { attributePaths, loadSchema, schemaNames } from "../../clouds/schema/index.ts";

/** What attributes are called that say a fact which rules ask for. The cloud whose schema has one reads it, or says below why not. */
const NAMED: readonly (readonly [pattern: RegExp, fact: string])[] = [
  [/(?:^|\.)(?:deletion_protection|delete_protection|termination_protection|disable_api_termination|protected)$/, "deletionProtected"],
  [/force_destroy$/, "emptiedOnDestroy"],
  [/(?:backup|snapshot)\w*retention|retention\w*backup|keep_?days|save_days|(?:backup|snapshot)[\w.[\]]*\.retention_days/, "backupDays"],
  [/rotation/, "rotated"],
  [/(?:^|\.)(?:expires_at|expiration|expiration_date|expiry_date|ttl_days|ttl_duration|expiration_timestamp)$/, "expires"],
  [/object_lock|worm_/, "locked"],
  [/multi_factor|mfa|sec_auth_protection|login_protection|operation_protection|require_trusted_env/, "mfa"],
  [/(?:^|\.)(?:availability_zones|available_zones|multi_az|availability_zone_mode|subregion_names|cp_multi_az)$/, "zones"],
  [/(?:^|\.)(?:ssl|tls)(?:_enabled?)?$|enable_https|https_connections_only/, "inTransit"],
  [/(?:ssl|tls)_(?:min_)?versions?$|tls_protocols/, "tlsVersion"],
  [/(?:^|\.)versioning(?:$|[.[])/, "versioned"],
  [/log\w*_retention|retention\w*log|logs?_ttl/, "retentionDays"],
];

const OBJECT = "An object's own lock and end: what its bucket says is asked of all of them.";
const TASK = "A move from one database to another, over before anybody asks.";
const DATA = "When data ends, not a credential.";
const BEHIND = "The way from a balancer to its servers, behind what it lets in.";

/** `type path` → why it says nothing of the fact. */
const NOT_MEANT: Readonly<Record<string, string>> = {
  "ionoscloud_s3_bucket_lifecycle_configuration rule[].expiration": DATA,
  "ionoscloud_s3_bucket_object_lock_configuration object_lock_enabled": "Said by the bucket, which is read.",
  "ionoscloud_s3_bucket_versioning versioning_configuration.mfa_delete": "A second factor for deleting versions, not for signing in.",
  "ionoscloud_s3_object force_destroy": OBJECT,
  "ionoscloud_s3_object mfa": "The code itself, given with a request.",
  "ionoscloud_s3_object object_lock_legal_hold": OBJECT,
  "ionoscloud_s3_object object_lock_mode": OBJECT,
  "ionoscloud_s3_object object_lock_retain_until_date": OBJECT,
  "ionoscloud_s3_object_copy force_destroy": OBJECT,
  "ionoscloud_s3_object_copy object_lock_legal_hold": OBJECT,
  "ionoscloud_s3_object_copy object_lock_mode": OBJECT,
  "ionoscloud_s3_object_copy object_lock_retain_until_date": OBJECT,
  "openstack_lb_pool_v2 tls_enabled": BEHIND,
  "openstack_lb_pool_v2 tls_versions": BEHIND,
  "openstack_networking_router_interface_v2 force_destroy": "Takes routes away with the interface, and no data.",
  "opentelekomcloud_drs_task_v3 destination_db[].ssl_enabled": TASK,
  "opentelekomcloud_drs_task_v3 force_destroy": TASK,
  "opentelekomcloud_drs_task_v3 source_db[].ssl_enabled": TASK,
  "opentelekomcloud_s3_bucket versioning[].mfa_delete": "A second factor for deleting versions, not for signing in.",
  "outscale_load_balancer_policy subregion_names": "Those of its balancer, which is read.",
  "ovh_cloud_project_instance auto_backup[].rotation": "How many backups are kept, not how often a key is replaced.",
  "ovh_cloud_project_kube_nodepool availability_zones": "Where one pool stands; a cluster spreads by several of them.",
  "ovh_cloud_project_storage_object_bucket_lifecycle_configuration rules[].expiration": DATA,
  "ovh_cloud_project_workflow_backup rotation": "How many backups are kept, not how often a key is replaced.",
  "ovh_iploadbalancing_http_farm_server ssl": BEHIND,
  "ovh_iploadbalancing_tcp_farm_server ssl": BEHIND,
  "scaleway_baremetal_server options[].expires_at": "When an option of the server ends.",
  "scaleway_mongodb_snapshot expires_at": DATA,
  "scaleway_rdb_database_backup expires_at": DATA,
  "scaleway_rdb_snapshot expires_at": DATA,
  "upcloud_loadbalancer_backend properties[].tls_enabled": BEHIND,
  "upcloud_managed_database_mysql properties[].binlog_retention_period": "How long a replica may lag, and no audit log.",
  "upcloud_managed_database_mysql properties[].migration[].ssl": TASK,
  "upcloud_managed_database_postgresql properties[].migration[].ssl": TASK,
};

const found = schemaNames().flatMap((cloud) => {
  const schema = loadSchema(cloud);
  return schema.resourceTypes.flatMap((type) => {
    const facts = cloudFacts(cloud)?.readings[type]?.facts;
    return [...attributePaths(schema.resource(type)?.block ?? {})]
      .filter(({ settable }) => settable)
      .flatMap(({ path }) =>
        NAMED.flatMap(([pattern, fact]) => (pattern.test(path) && facts?.[fact] === undefined ? [{ at: `${type} ${path}`, fact }] : [])),
      );
  });
});

it("reads every attribute that says a fact by its name, or says why it does not", () => {
  expect(found.filter(({ at }) => !Object.hasOwn(NOT_MEANT, at)).map(({ at, fact }) => `${at}: ${fact} is not read`)).toEqual([]);
});

it("excuses nothing that is read, or not there any more", () => {
  const open = new Set(found.map(({ at }) => at));
  expect(Object.keys(NOT_MEANT).filter((at) => !open.has(at))).toEqual([]);
});

it("gives its reasons in sentences", () => {
  for (const why of Object.values(NOT_MEANT)) expect(why).toMatch(/^[A-Z].*\.$/);
});
