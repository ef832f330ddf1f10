// Tokens whose words, properties and documentation fit two types alike; each with what decides. And spellings that follow no rule.
export const TOKENS = {
  // The SDK's class names are the Terraform types' own, `mongodb` and `postgresql` written otherwise.
  "ovh:CloudProject/getMongoDbUser:getMongoDbUser": "ovh_cloud_project_database_mongodb_user",
  "ovh:CloudProjectDatabase/getPostgresSqlUser:getPostgresSqlUser": "ovh_cloud_project_database_postgresql_user",
  // Their one property is `result`; the words before it are the type's.
  "ovh:index/getInstallationTemplates:getInstallationTemplates": "ovh_dedicated_installation_templates",
  "ovh:index/getServers:getServers": "ovh_dedicated_servers",
};

/** Terraform type → path → the package's name. https://github.com/ovh/pulumi-ovh provider/resources.go, seen 2026-11-28. */
export const SPELLED = {
  ovh_ip_reverse: { ip_reverse: "ReverseIp", reverse: "ReverseValue" },
  ovh_vrack_iploadbalancing: { ip_loadbalancing: "LoadbalancingId" },
};

/** Attributes that nobody can write in Pulumi: its SDKs keep the names for themselves. */
export const UNWRITABLE = ["ovh_cloud_project_gateway_interface.id", "ovh_iam_resource_tags.urn"];
