import { bucket, cluster, type Document, database, merged, region } from "./document.ts";

const one = (type: string, body: Document, ...beside: readonly Document[]): Document =>
  merged({ resource: { [type]: { r: body } } }, ...beside);
const p = "abc";
const gra = "https://s3.gra.io.cloud.ovh.net";
const network = { resource: { ovh_cloud_project_network_private: { n: { service_name: p, name: "n", regions: ["GRA11", "SBG5"] } } } };
const pool = (more: Document = {}): Document => ({
  resource: {
    ovh_cloud_project_kube_nodepool: { p: { service_name: p, kube_id: "${ovh_cloud_project_kube.k.id}", flavor_name: "b3-8", ...more } },
  },
});

/** Programs of people who mean well: nothing in them may be refused. */
export const HONEST: Readonly<Record<string, Document>> = {
  // Places.
  "a cluster in Gravelines": cluster(),
  "a cluster in Strasbourg": region("SBG5"),
  "a cluster in Paris": region("EU-WEST-PAR"),
  "a cluster in Milan": region("EU-SOUTH-MIL"),
  "a cluster in Warsaw": region("WAW1"),
  "a cluster in Limburg": region("DE1"),
  "a bucket": bucket(),
  "a bucket in Roubaix": bucket({ region_name: "RBX" }),
  "a bucket copied to Strasbourg": bucket({
    versioning: { status: "enabled" },
    replication: { rules: [{ id: "a", status: "enabled", priority: 1, destination: { name: "c", region: "SBG" } }] },
  }),
  "a bucket whose copies a filter narrows": bucket({
    replication: {
      rules: [
        { id: "a", filter: { prefix: "x" }, destination: { name: "c", region: "DE" } },
        { id: "b", destination: { name: "d", region: "SBG" } },
      ],
    },
  }),
  "a database": database(),
  "a database of three nodes": database({ nodes: ["GRA", "GRA", "GRA"].map((region) => ({ region, network_id: "n", subnet_id: "m" })) }),
  "a database whose backups the operator places": database({ backup_regions: null }),
  "a database and its users": merged(database(), {
    resource: {
      ovh_cloud_project_database_postgresql_user: { u: { service_name: p, cluster_id: "${ovh_cloud_project_database.d.id}", name: "u" } },
      ovh_cloud_project_database_database: {
        d: { service_name: p, engine: "postgresql", cluster_id: "${ovh_cloud_project_database.d.id}", name: "d" },
      },
    },
  }),
  "a network, its subnet and its gateway": merged(network, {
    resource: {
      ovh_cloud_project_network_private_subnet: {
        s: {
          service_name: p,
          network_id: "${ovh_cloud_project_network_private.n.id}",
          region: "GRA11",
          start: "10.0.0.2",
          end: "10.0.0.99",
          network: "10.0.0.0/24",
        },
      },
      ovh_cloud_project_gateway: { g: { service_name: p, name: "g", model: "s", region: "GRA11", network_id: "n", subnet_id: "s" } },
    },
  }),
  "a volume": one("ovh_cloud_project_volume", {
    service_name: p,
    region_name: "GRA11",
    size: 10,
    type: "classic",
    name: "v",
    encryption: { encrypted: true },
  }),
  "a volume in a zone of Paris": one("ovh_cloud_project_volume", {
    service_name: p,
    region_name: "EU-WEST-PAR",
    availability_zone: "eu-west-par-a",
    size: 10,
    type: "classic",
    name: "v",
    encryption: { encrypted: true },
  }),
  "a file share": one("ovh_cloud_project_file_storage_share", {
    service_name: p,
    region_name: "GRA9",
    size: 150,
    name: "s",
    protocol: "NFS",
    type: "standard-1az",
    share_network_id: "n",
  }),
  "a registry": merged(one("ovh_cloud_project_containerregistry", { service_name: p, region: "GRA", name: "r" }), {
    resource: {
      ovh_cloud_project_containerregistry_ip_restrictions_management: {
        m: {
          service_name: p,
          registry_id: "${ovh_cloud_project_containerregistry.r.id}",
          ip_restrictions: [{ ip_block: "10.0.0.0/8", description: "x" }],
        },
      },
      ovh_cloud_project_containerregistry_ip_restrictions_registry: {
        m: {
          service_name: p,
          registry_id: "${ovh_cloud_project_containerregistry.r.id}",
          ip_restrictions: [{ ip_block: "10.0.0.0/8", description: "x" }],
        },
      },
    },
  }),
  "a private balancer": one("ovh_cloud_project_loadbalancer", {
    service_name: p,
    region_name: "GRA11",
    flavor_id: "f",
    name: "l",
    network: { private: { network: { id: "n", subnet_id: "s" } } },
    listeners: [
      {
        port: 443,
        protocol: "tcp",
        pool: { algorithm: "roundRobin", protocol: "tcp", members: [{ address: "10.0.0.5", protocol_port: 443 }] },
      },
    ],
  }),
  "an instance": one("ovh_cloud_project_instance", {
    service_name: p,
    region: "GRA11",
    name: "i",
    billing_period: "hourly",
    flavor: { flavor_id: "f" },
    boot_from: { image_id: "i" },
    network: { public: false, private: { network: { id: "n", subnet_id: "s" } } },
  }),
  "a security group": one("ovh_cloud_security_group", {
    service_name: p,
    region: "GRA11",
    name: "g",
    rule: [
      {
        direction: "INGRESS",
        ethernet_type: "IPV4",
        protocol: "TCP",
        port_range_min: 22,
        port_range_max: 22,
        remote_ip_prefix: "198.51.100.0/24",
      },
    ],
  }),
  keys: one("ovh_okms", { ovh_subsidiary: "FR", region: "eu-west-rbx", display_name: "k" }),
  "a secret of the keys": merged(one("ovh_okms", { ovh_subsidiary: "FR", region: "EU_WEST_RBX", display_name: "k" }), {
    resource: {
      ovh_okms_service_key: { s: { okms_id: "${ovh_okms.r.id}", name: "s", type: "oct", size: 256, operations: ["encrypt", "decrypt"] } },
    },
  }),
  "an account's keys and users": {
    resource: {
      ovh_cloud_project_user: { u: { service_name: p, description: "u" } },
      ovh_iam_policy: { i: { name: "i", identities: ["urn:v1:eu:identity:user:x"], resources: ["urn:v1:eu:resource:x"], allow: ["*"] } },
    },
  },
  "a domain": one("ovh_domain_zone_record", { zone: "example.org", fieldtype: "A", target: "192.0.2.1", subdomain: "www" }),
  "an order in Gravelines": one("ovh_storage_efs", {
    ovh_subsidiary: "FR",
    plan: [
      {
        duration: "P1M",
        plan_code: "enterprise-file-storage-premium-1tb",
        pricing_mode: "default",
        configuration: [
          { label: "region", value: "eu-west-gra" },
          { label: "network", value: "vrack" },
        ],
      },
    ],
  }),

  // Expressions.
  "a region by a variable": region("${var.r}", { variable: { r: { type: "string", default: "GRA11" } } }),
  "a region by a validated variable": region("${var.r}", {
    variable: { r: { type: "string", validation: { condition: '${contains(["GRA11", "SBG5"], var.r)}', error_message: "x" } } },
  }),
  "a region by a local of objects": region("${local.sites.home.region}", {
    locals: { sites: { home: { region: "GRA11" }, other: { region: "SBG5" } } },
  }),
  "a region by a condition of two that are inside": region('${var.big ? "GRA11" : "SBG5"}', { variable: { big: { type: "bool" } } }),
  "a region by workspace": region('${lookup({ prod = "GRA11" }, terraform.workspace == "prod" ? "prod" : "prod", "SBG5")}'),
  "a region by a map and an unknown key": region('${{ a = "GRA11", b = "SBG5" }[var.k]}', { variable: { k: {} } }),
  "a region by another's": region("${ovh_cloud_project_kube.o.region}", {
    resource:
      cluster().resource === undefined
        ? {}
        : {
            ovh_cloud_project_kube: { o: { service_name: p, region: "SBG5", private_network_id: "n" } },
            ovh_cloud_project_kube_iprestrictions: { o: { kube_id: "${ovh_cloud_project_kube.o.id}", ips: ["10.0.0.0/8"] } },
          },
  }),
  "clusters for each of a map": merged(cluster({ for_each: { a: "GRA11", b: "SBG5" }, region: "${each.value}" }), {
    resource: {
      ovh_cloud_project_kube_iprestrictions: {
        k: { for_each: '${toset(["a", "b"])}', kube_id: "${ovh_cloud_project_kube.k[each.key].id}", ips: ["10.0.0.0/8"] },
      },
    },
  }),
  "clusters for each of a set": merged(cluster({ for_each: '${toset(["GRA11", "SBG5"])}', region: "${each.key}" }), {
    resource: {
      ovh_cloud_project_kube_iprestrictions: {
        k: { for_each: "${ovh_cloud_project_kube.k}", kube_id: "${each.value.id}", ips: ["10.0.0.0/8"] },
      },
    },
  }),
  "clusters counted": merged(cluster({ count: 2, region: '${["GRA11", "SBG5"][count.index]}' }), {
    resource: {
      ovh_cloud_project_kube_iprestrictions: {
        k: { count: 2, kube_id: "${ovh_cloud_project_kube.k[count.index].id}", ips: ["10.0.0.0/8"] },
      },
    },
  }),
  "a cluster that may not be": merged(cluster({ count: "${var.on ? 1 : 0}" }), {
    variable: { on: { type: "bool", default: true } },
    resource: { ovh_cloud_project_kube_iprestrictions: { k: { kube_id: "${one(ovh_cloud_project_kube.k[*].id)}", ips: ["10.0.0.0/8"] } } },
  }),
  "pools by a dynamic block": merged(
    cluster(),
    pool({ dynamic: { template: { for_each: [1], content: { metadata: [{ annotations: {}, labels: {} }] } } } }),
  ),
  "nodes by a dynamic block": database({
    nodes: null,
    dynamic: { nodes: { for_each: "${range(2)}", content: { region: "GRA", network_id: "n", subnet_id: "m" } } },
  }),
  "regions put together": one("ovh_cloud_project_network_private", {
    service_name: p,
    name: "n",
    regions: '${concat(["GRA11"], [for r in ["SBG5"] : r])}',
  }),
  "regions by distinct and sort": one("ovh_cloud_project_network_private", {
    service_name: p,
    name: "n",
    regions: '${sort(distinct(["GRA11", "GRA11", "SBG5"]))}',
  }),
  "a try on what a variable may hold": region('${try(var.site.region, "GRA11")}', {
    variable: { site: { type: "any", default: { zone: "a" } } },
  }),
  "a coalesce on what a variable may hold": region('${coalesce(var.r, "GRA11")}', { variable: { r: { type: "string", default: null } } }),
  "an optional attribute": region("${var.site.region}", {
    variable: { site: { type: 'object({ region = optional(string, "GRA11") })', default: {} } },
  }),
  "a lower-case code of the second API": one("ovh_cloud_storage_block_volume", {
    service_name: p,
    region: "GRA11",
    size: 10,
    name: "v",
    type: "CLASSIC",
    encryption: { enabled: true },
  }),

  // Providers, state, and what asks nobody.
  "an alias in Europe": merged(cluster({ provider: "ovh.eu" }), {
    provider: { ovh: [{ endpoint: "ovh-eu" }, { alias: "eu", endpoint: "ovh-eu" }] },
  }),
  "another name for OVHcloud": merged(cluster({ provider: "cloud" }), {
    terraform: { required_providers: { cloud: { source: "ovh/ovh", version: "~> 2.19" } } },
    provider: { cloud: { endpoint: "ovh-eu" } },
  }),
  "a URL for an endpoint": merged(cluster(), { provider: { ovh: [{ endpoint: "https://eu.api.ovh.com/1.0" }] } }),
  "an endpoint by a variable": merged(cluster(), { provider: { ovh: [{ endpoint: "${var.e}" }] }, variable: { e: { default: "ovh-eu" } } }),
  "random, time, tls and null": {
    resource: {
      random_password: { p: { length: 20 } },
      time_rotating: { t: { rotation_days: 30 } },
      tls_private_key: { k: { algorithm: "ED25519" } },
      null_resource: { n: {} },
      terraform_data: { d: { input: "x" } },
    },
  },
  "Amazon's provider at OVHcloud": {
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
    provider: { aws: [{ region: "gra", endpoints: [{ s3: gra }] }] },
    resource: { aws_s3_bucket: { b: { bucket: "b" } } },
  },
  "state in a file that is encrypted": merged(cluster(), {
    variable: { pass: { sensitive: true } },
    terraform: {
      backend: { local: { path: "s.tfstate" } },
      encryption: {
        key_provider: { pbkdf2: { k: { passphrase: "${var.pass}" } } },
        method: { aes_gcm: { m: { keys: "${key_provider.pbkdf2.k}" } } },
        state: { method: "${method.aes_gcm.m}", enforced: true },
      },
    },
  }),
  "state in a bucket with a lock file": merged(cluster(), {
    terraform: {
      backend: {
        s3: {
          bucket: "b",
          key: "k",
          region: "sbg",
          endpoints: { s3: "https://s3.sbg.io.cloud.ovh.net" },
          use_lockfile: true,
          skip_region_validation: true,
        },
      },
    },
  }),
  "another stack's state": merged(cluster(), {
    data: { terraform_remote_state: { s: { backend: "s3", config: { bucket: "b", key: "k", region: "gra", endpoints: { s3: gra } } } } },
  }),
  "another stack's state in a file that is encrypted": merged(cluster(), {
    variable: { pass: { sensitive: true } },
    terraform: {
      encryption: {
        key_provider: { pbkdf2: { k: { passphrase: "${var.pass}" } } },
        method: { aes_gcm: { m: { keys: "${key_provider.pbkdf2.k}" } } },
        remote_state_data_sources: { default: { method: "${method.aes_gcm.m}" } },
      },
    },
    data: { terraform_remote_state: { s: { backend: "local", config: { path: "../a/terraform.a.tfstate" } } } },
  }),
  "an import in Gravelines": merged(cluster(), { import: [{ to: "ovh_cloud_project_kube.k", id: "abc/1234" }] }),
  "a move, a removal without a command, outputs": merged(cluster(), {
    moved: { from: "ovh_cloud_project_kube.a", to: "ovh_cloud_project_kube.k" },
    removed: { from: "ovh_cloud_project_kube.b", lifecycle: { destroy: false } },
    output: { o: { value: "${ovh_cloud_project_kube.k.id}" } },
  }),
  "look-ups": merged(cluster(), {
    data: {
      ovh_cloud_project_kube: { d: { service_name: p, kube_id: "x" } },
      ovh_cloud_project_storages: { s: { service_name: p, region_name: "GRA" } },
      ovh_cloud_project_regions: { r: { service_name: p } },
      ovh_me: { me: {} },
    },
  }),
  "a check without data": merged(cluster(), {
    check: { c: { assert: { condition: '${ovh_cloud_project_kube.k.region == "GRA11"}', error_message: "x" } } },
  }),
  "ignored changes and conditions": cluster({
    lifecycle: { ignore_changes: ["version"], precondition: [{ condition: "${true}", error_message: "x" }] },
  }),
};
