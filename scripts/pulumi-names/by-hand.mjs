// Tokens whose words, properties and documentation fit two types alike; each with what decides. And spellings that follow no rule.
export const TOKENS = {
  // The SDK's class names are the Terraform types' own, `mongodb` and `postgresql` written otherwise.
  "ovh:CloudProject/getMongoDbUser:getMongoDbUser": "ovh_cloud_project_database_mongodb_user",
  "ovh:CloudProjectDatabase/getPostgresSqlUser:getPostgresSqlUser": "ovh_cloud_project_database_postgresql_user",
  // Their one property is `result`; the words before it are the type's.
  "ovh:index/getInstallationTemplates:getInstallationTemplates": "ovh_dedicated_installation_templates",
  "ovh:index/getServers:getServers": "ovh_dedicated_servers",
  // Version 1 of the interface had the same words. https://github.com/pulumi/pulumi-openstack provider/resources.go, seen 2026-11-28.
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2": "openstack_lb_l7policy_v2",
  "openstack:loadbalancer/listener:Listener": "openstack_lb_listener_v2",
  "openstack:loadbalancer/monitor:Monitor": "openstack_lb_monitor_v2",
  "openstack:loadbalancer/pool:Pool": "openstack_lb_pool_v2",
  // Two modules have a class of this name, a bucket several: the module and the class decide. pulumi-ionoscloud 0.3.3, their documentation.
  "ionoscloud:nsg/firewall:Firewall": "ionoscloud_nsg_firewallrule",
  "ionoscloud:objectstorage/bucket:Bucket": "ionoscloud_s3_bucket",
  "ionoscloud:objectstorage/bucketLifecycleConfiguration:BucketLifecycleConfiguration": "ionoscloud_s3_bucket_lifecycle_configuration",
  "ionoscloud:objectstorage/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration":
    "ionoscloud_s3_bucket_server_side_encryption_configuration",
  "ionoscloud:objectstorage/userBucket:UserBucket": "ionoscloud_user_object_storage_bucket",
  // The provider's own name of it; the package has more properties, of an older release.
  "exoscale:index/domain:Domain": "exoscale_domain",
};

/** Tokens of types that the schema does not have, however like another's their words are: the second interface of a service, the first of another. */
export const STRANGE = new Set([
  "ionoscloud:dbaas/mariaDBClusterV2:MariaDBClusterV2",
  "ionoscloud:dbaas/getMariaDBBackupsV2:getMariaDBBackupsV2",
  "ionoscloud:dbaas/getMariaDBClusterV2:getMariaDBClusterV2",
  "ionoscloud:dbaas/getMariaDBClustersV2:getMariaDBClustersV2",
  "exoscale:index/getAffinity:getAffinity",
]);

/** Terraform type → path → the package's name. https://github.com/ovh/pulumi-ovh provider/resources.go, seen 2026-11-28. */
export const SPELLED = {
  ovh_ip_reverse: { ip_reverse: "ReverseIp", reverse: "ReverseValue" },
  // A class called Token has no property of its own name. @pulumiverse/scaleway 1.54.0, containers/token.js and functions/token.js.
  scaleway_container_token: { token: "value" },
  scaleway_function_token: { token: "value" },
  ovh_vrack_iploadbalancing: { ip_loadbalancing: "LoadbalancingId" },
};

/** Attributes that nobody can write in Pulumi: its SDKs keep the names for themselves. */
export const UNWRITABLE = ["ovh_cloud_project_gateway_interface.id", "ovh_iam_resource_tags.urn"];

/** Spelled as no rule tells, in a package that is only read: what the provider answers, and no rule asks for. */
export const UNTOLD = ["ionoscloud_object_storage_accesskey.accesskey"];
