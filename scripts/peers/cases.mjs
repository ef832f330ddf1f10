// The corpus: small plans, each with one thing to see. `want` is what a reader who knows the clouds says: is it inside the European Union, under a
// company that is controlled from there, and is that known?
const registry = "registry.terraform.io";

/** One planned resource as `tofu show -json` has it. */
function plan(type, source, after, { unknown = {}, provider = {}, more = [] } = {}) {
  const local = type.split("_")[0];
  const one = (name, resourceType, from, values, unknowns) => ({
    address: `${resourceType}.${name}`,
    mode: "managed",
    type: resourceType,
    name,
    provider_name: `${registry}/${from}`,
    change: { actions: ["create"], before: null, after: values, after_unknown: unknowns, before_sensitive: false, after_sensitive: {} },
  });
  const changes = [one("it", type, source, after, unknown), ...more.map((m) => one(m.name, m.type, source, m.after, {}))];
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      root_module: {
        resources: changes.map(({ address, mode, type: t, name, provider_name, change }) => ({
          address,
          mode,
          type: t,
          name,
          provider_name,
          schema_version: 0,
          values: change.after,
        })),
      },
    },
    resource_changes: changes,
    configuration: {
      provider_config: { [local]: { name: local, full_name: `${registry}/${source}`, expressions: provider } },
      root_module: {
        resources: changes.map(({ address, type: t, name }) => ({
          address,
          mode: "managed",
          type: t,
          name,
          provider_config_key: local,
          expressions: {},
        })),
      },
    },
  };
}

const constant = (value) => ({ constant_value: value });
const eu = { endpoint: constant("ovh-eu") };
const bucket = (region, more = {}) => ({
  service_name: "p",
  name: "b",
  region_name: region,
  encryption: { sse_algorithm: "AES256" },
  ...more,
});

export const cases = [
  {
    name: "bucket in Gravelines, France",
    want: "accept",
    plan: plan("ovh_cloud_project_storage", "ovh/ovh", bucket("GRA"), { provider: eu }),
  },
  {
    name: "bucket in Beauharnois, Canada",
    want: "refuse",
    plan: plan("ovh_cloud_project_storage", "ovh/ovh", bucket("BHS"), { provider: eu }),
  },
  {
    name: "region known after apply only",
    want: "refuse",
    plan: plan(
      "ovh_cloud_project_storage",
      "ovh/ovh",
      { service_name: "p", name: "b", encryption: { sse_algorithm: "AES256" } },
      { unknown: { region_name: true }, provider: eu },
    ),
  },
  {
    name: "region named `EU-WEST-…`, in Zurich",
    want: "refuse",
    plan: plan("ovh_cloud_project_storage", "ovh/ovh", bucket("EU-WEST-LZ-ZRH-A"), { provider: eu }),
  },
  {
    name: "replica of a French bucket in Singapore",
    want: "refuse",
    plan: plan(
      "ovh_cloud_project_storage",
      "ovh/ovh",
      bucket("GRA", { replication: { rules: [{ id: "r", destination: { name: "c", region: "SGP" } }] } }),
      { provider: eu },
    ),
  },
  {
    name: "dedicated server ordered for `bhs` by a label",
    want: "refuse",
    plan: plan(
      "ovh_dedicated_server",
      "ovh/ovh",
      {
        ovh_subsidiary: "FR",
        plan: [
          {
            plan_code: "24rise01",
            configuration: [
              { label: "dedicated_datacenter", value: "bhs" },
              { label: "region", value: "canada" },
            ],
          },
        ],
      },
      { provider: eu },
    ),
  },
  {
    name: "database whose second node is in Canada",
    want: "refuse",
    plan: plan(
      "ovh_cloud_project_database",
      "ovh/ovh",
      {
        service_name: "p",
        engine: "postgresql",
        version: "17",
        plan: "production",
        flavor: "db1-7",
        nodes: [
          { region: "GRA", network_id: "n", subnet_id: "s" },
          { region: "BHS", network_id: "n", subnet_id: "s" },
        ],
      },
      { provider: eu },
    ),
  },
  {
    name: "provider block that calls the American company",
    want: "refuse",
    plan: plan("ovh_cloud_project_storage", "ovh/ovh", bucket("GRA"), { provider: { endpoint: constant("ovh-us") } }),
  },
  {
    name: "`eu-west-2` of Outscale, which is Paris",
    want: "accept",
    plan: plan(
      "outscale_net",
      "outscale/outscale",
      { ip_range: "10.0.0.0/16" },
      { provider: { api: [{ region: constant("eu-west-2") }] } },
    ),
  },
  {
    name: "bucket of Amazon in Paris, under a US company",
    want: "refuse",
    plan: plan("aws_s3_bucket", "hashicorp/aws", { bucket: "b" }, { provider: { region: constant("eu-west-3") } }),
  },
  {
    name: "resource of a provider that nobody knows",
    want: "refuse",
    plan: plan("example_bucket", "example/example", { region: "GRA" }),
  },
  {
    name: "firewall rule of Hetzner open to the world",
    want: "refuse",
    plan: plan("hcloud_firewall", "hetznercloud/hcloud", {
      name: "f",
      rule: [{ direction: "in", protocol: "tcp", port: "22", source_ips: ["0.0.0.0/0"] }],
    }),
  },
  {
    name: "bucket of an American provider's resource type, kept at Scaleway in Paris",
    want: "accept",
    plan: plan(
      "aws_s3_bucket",
      "hashicorp/aws",
      { bucket: "b" },
      {
        provider: {
          region: constant("fr-par"),
          skip_region_validation: constant(true),
          endpoints: [{ s3: constant("https://s3.fr-par.scw.cloud") }],
        },
      },
    ),
  },
  {
    name: "network of which no region is written, so that it spans the world",
    want: "refuse",
    plan: plan("ovh_cloud_project_network_private", "ovh/ovh", { service_name: "p", name: "n", vlan_id: 10 }, { provider: eu }),
  },
  {
    name: "copies of a website kept in Asia",
    want: "refuse",
    plan: plan(
      "stackit_cdn_distribution",
      "stackitcloud/stackit",
      {
        project_id: "p",
        config: { backend: { type: "http", origin_url: "https://example.eu" }, regions: ["EU", "ASIA"] },
      },
      { provider: { default_region: constant("eu01") } },
    ),
  },
  {
    name: "volume of Open Telekom Cloud that no key encrypts",
    want: "refuse",
    plan: plan(
      "opentelekomcloud_evs_volume_v3",
      "opentelekomcloud/opentelekomcloud",
      { name: "v", size: 10, volume_type: "SSD", availability_zone: "eu-de-01" },
      { provider: { auth_url: constant("https://iam.eu-de.otc.t-systems.com/v3"), tenant_name: constant("eu-de_shop") } },
    ),
  },
  {
    name: "database in Berlin with its backups in Frankfurt",
    want: "accept",
    plan: plan(
      "ionoscloud_pg_cluster_v2",
      "ionos-cloud/ionoscloud",
      {
        name: "orders",
        version: "17",
        location: "de/txl",
        backup: { location: "eu-central-4", retention_days: 7 },
        connections: { datacenter_id: "d", lan_id: "1", primary_instance_address: "10.0.0.10/24" },
      },
      { provider: { endpoint: constant("https://api.ionos.com") } },
    ),
  },
];
