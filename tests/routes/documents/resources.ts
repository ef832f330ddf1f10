import { bucket, CANADA, type Cases, cluster, type Document, database, merged } from "./document.ts";

const one = (type: string, body: Document): Document => ({ resource: { [type]: { r: body } } });
const two = (...all: readonly Document[]): Document => merged(...all);
const data = (type: string, body: Document): Document => ({ data: { [type]: { d: body } } });
const pool = (kube_id: Document[string], more: Document = {}): Document =>
  one("ovh_cloud_project_kube_nodepool", { service_name: "abc", kube_id, flavor_name: "b3-8", ...more });
const abroad = (more: Document = {}): Document => ({
  resource: { ovh_cloud_project_kube: { us: { service_name: "abc", name: "us", region: CANADA, private_network_id: "n", ...more } } },
});
const order = (...configuration: readonly Document[]): Document =>
  one("ovh_vps", {
    ovh_subsidiary: "FR",
    plan: [{ duration: "P1M", plan_code: "vps-le-2-2-40", pricing_mode: "default", configuration }],
  });

/** What is placed by what it points at. */
export const PARENTS: Cases = {
  "a condition between two parents": [
    "residency/region",
    two(cluster(), abroad(), pool("${var.us ? ovh_cloud_project_kube.us.id : ovh_cloud_project_kube.k.id}"), { variable: { us: {} } }),
  ],
  "a parent or a literal": [
    "residency/region",
    two(cluster(), pool('${var.us ? "1234" : ovh_cloud_project_kube.k.id}'), { variable: { us: {} } }),
  ],
  "a parent within text": ["residency/region", two(cluster(), pool("x${ovh_cloud_project_kube.k.id}"))],
  "a parent replaced": ["residency/region", two(cluster(), pool('${replace(ovh_cloud_project_kube.k.id, "/.*/", "1234")}'))],
  "a parent that try gives up": ["residency/region", two(cluster(), pool('${try("1234", ovh_cloud_project_kube.k.id)}'))],
  "a parent that coalesce passes over": ["residency/region", two(cluster(), pool('${coalesce("1234", ovh_cloud_project_kube.k.id)}'))],
  "one of a list of parents": [
    "residency/region",
    two(cluster(), abroad(), pool("${[ovh_cloud_project_kube.k.id, ovh_cloud_project_kube.us.id][var.i]}"), { variable: { i: {} } }),
  ],
  "another attribute of a parent": ["residency/region", two(cluster(), pool("${ovh_cloud_project_kube.k.name}"))],
  "an attribute of a parent that somebody wrote": [
    "residency/region",
    two(cluster({ description: "0d9e2b1c" }), pool("${ovh_cloud_project_kube.k.description}")),
  ],
  "a literal id that a parent claims": ["residency/region", two(cluster({ id: "0d9e2b1c" }), pool("0d9e2b1c"))],
  "a literal id that a data source claims": [
    "residency/region",
    two(data("ovh_cloud_project_volume", { id: "0d9e2b1c", region_name: "GRA11", volume_id: "v", service_name: "abc" }), pool("0d9e2b1c")),
  ],
  "a data source": [
    "residency/region",
    two(data("ovh_cloud_project_kube", { service_name: "abc", kube_id: "1234" }), pool("${data.ovh_cloud_project_kube.d.id}")),
  ],
  "a data source that says its region": [
    "residency/region",
    two(
      data("ovh_cloud_project_kube", { service_name: "abc", kube_id: "1234", region: "GRA11" }),
      pool("${data.ovh_cloud_project_kube.d.id}"),
    ),
  ],
  "a resource of another type": ["residency/region", two(bucket(), pool("${ovh_cloud_project_storage.b.id}"))],
  "something that has no place": ["residency/region", two(one("ovh_domain_zone", { plan: [] }), pool("${ovh_domain_zone.r.id}"))],
  "an output of a module": ["residency/region", two({ module: { m: { source: "./m" } } }, pool("${module.m.kube_id}"))],
  "another stack's state": [
    "residency/region",
    two(
      data("terraform_remote_state", {
        backend: "s3",
        config: { bucket: "b", key: "k", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } },
      }),
      pool("${data.terraform_remote_state.d.outputs.kube_id}"),
    ),
  ],
  "each of several, one abroad": [
    "residency/region",
    two(
      {
        resource: {
          ovh_cloud_project_kube: { k: { for_each: { a: "GRA11", b: CANADA }, region: "${each.value}", private_network_id: "n" } },
        },
      },
      pool("${ovh_cloud_project_kube.k[each.key].id}", { for_each: '${toset(["a", "b"])}' }),
    ),
  ],
  "a child of a child abroad": [
    "residency/region",
    two(
      database({ nodes: [{ region: "BHS", network_id: "n", subnet_id: "m" }] }),
      one("ovh_cloud_project_database_integration", {
        service_name: "abc",
        cluster_id: "${ovh_cloud_project_database.d.id}",
        engine: "kafka",
      }),
    ),
  ],
  "a ring": [
    "residency/region",
    {
      resource: {
        ovh_cloud_project_kube_nodepool: {
          a: { kube_id: "${ovh_cloud_project_kube_nodepool.b.id}" },
          b: { kube_id: "${ovh_cloud_project_kube_nodepool.a.id}" },
        },
      },
    },
  ],
  "no parent at all": ["residency/region", one("ovh_cloud_project_kube_nodepool", { service_name: "abc", flavor_name: "b3-8" })],
  "a parent of null": ["residency/region", pool(null)],
  "a parent that is a list of two": [
    "residency/region",
    two(cluster(), abroad(), pool(["${ovh_cloud_project_kube.k.id}", "${ovh_cloud_project_kube.us.id}"])),
  ],
};

/** Amazon's provider at OVHcloud's object storage in Gravelines. */
const s3 = (type: string, body: Document): Document => ({
  terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
  provider: { aws: [{ region: "gra", endpoints: [{ s3: "https://s3.gra.io.cloud.ovh.net" }] }] },
  resource: { [type]: { r: { bucket: "b", ...body } } },
});

/** What leaves for another place. */
export const SENDINGS: Cases = {
  "a copy by the S3 protocol": [
    "execution/opaque",
    s3("aws_s3_bucket_replication_configuration", {
      role: "r",
      rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::elsewhere" }] }],
    }),
  ],
  "a copy within a bucket of the S3 protocol": [
    "residency/region",
    s3("aws_s3_bucket", {
      replication_configuration: [{ role: "r", rules: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::elsewhere" }] }] }],
    }),
  ],
  "logs of a bucket of the S3 protocol": ["residency/region", s3("aws_s3_bucket", { logging: { target_bucket: "elsewhere" } })],
  "lists of a bucket of the S3 protocol": [
    "execution/opaque",
    s3("aws_s3_bucket_inventory", { name: "n", destination: [{ bucket: [{ bucket_arn: "arn:aws:s3:::elsewhere", format: "CSV" }] }] }),
  ],
  "an object that is fetched by the S3 protocol": ["execution/opaque", s3("aws_s3_object_copy", { key: "k", source: "elsewhere/k" })],
  "a bucket of the S3 protocol in two places": [
    "residency/region",
    merged(s3("aws_s3_bucket", {}), {
      provider: { aws: [{ endpoints: [{ s3: "https://s3.gra.io.cloud.ovh.net" }, { s3: "https://s3.bhs.io.cloud.ovh.net" }] }] },
    }),
  ],
  "a bucket of the S3 protocol at Amazon": [
    "jurisdiction/operator",
    merged(s3("aws_s3_bucket", {}), { provider: { aws: [{ region: "eu-west-3" }] } }),
  ],
  "a machine beside a bucket of the S3 protocol": ["jurisdiction/operator", s3("aws_instance", { ami: "a" })],
  "a policy of buckets that is Amazon's own": ["jurisdiction/operator", s3("aws_s3control_bucket", {})],
  "a copy in a second rule": [
    "residency/replica",
    bucket({
      replication: {
        rules: [
          { id: "a", destination: { name: "c", region: "SBG" } },
          { id: "b", destination: { name: "c", region: "BHS" } },
        ],
      },
    }),
  ],
  "a copy in an object of rules": [
    "residency/replica",
    bucket({ replication: { rules: { a: { id: "a", destination: { name: "c", region: "BHS" } } } } }),
  ],
  "a copy in lists of one": [
    "residency/replica",
    bucket({ replication: [{ rules: [{ id: "a", destination: [{ name: "c", region: "BHS" }] }] }] }),
  ],
  "a copy by a dynamic block": [
    "residency/replica",
    bucket({
      replication: {
        dynamic: { rules: { for_each: ["BHS"], content: { id: "a", destination: { name: "c", region: "${rules.value}" } } } },
      },
    }),
  ],
  "a copy in a list that an expression makes": [
    "residency/replica",
    bucket({ replication: { rules: '${[for r in ["SBG", "BHS"] : { id = r, destination = { name = "c", region = r } }]}' } }),
  ],
  "a copy whose whole is an expression": [
    "residency/replica",
    bucket({ replication: '${{ rules = [{ id = "a", destination = { name = "c", region = "BHS" } }] }}' }),
  ],
  "a copy that nobody knows": ["residency/replica", merged(bucket({ replication: "${var.r}" }), { variable: { r: {} } })],
  "backups in two regions": ["residency/backup", database({ backup_regions: ["GRA", "BHS"] })],
  "backups as text": ["residency/backup", database({ backup_regions: "BHS" })],
  "backups where nobody says": ["residency/backup", database({ nodes: [{ region: "SGP" }], backup_regions: null })],
  "backups in an empty text beside another": ["residency/backup", database({ nodes: [{ region: "SGP" }], backup_regions: ["", "SBG"] })],
  "backups in what a variable says": ["residency/backup", merged(database({ backup_regions: "${var.r}" }), { variable: { r: {} } })],
  "objects copied by a job": [
    "residency/copy",
    merged(
      bucket({ region_name: "BHS" }),
      one("ovh_cloud_project_storage_replication_job", {
        service_name: "abc",
        region_name: "GRA",
        container_name: "${ovh_cloud_project_storage.b.name}",
      }),
    ),
  ],
  "objects of another's bucket copied by a job": [
    "residency/copy",
    one("ovh_cloud_project_storage_replication_job", { service_name: "abc", region_name: "GRA", container_name: "somebody" }),
  ],
  "logs to a stream elsewhere": [
    "residency/log-sink",
    merged(
      cluster(),
      one("ovh_cloud_project_kube_log_subscription", {
        service_name: "abc",
        kube_id: "${ovh_cloud_project_kube.k.id}",
        kind: "audit",
        stream_id: "1234",
      }),
    ),
  ],
  "logs to what is no stream": [
    "residency/log-sink",
    merged(
      cluster(),
      one("ovh_cloud_project_kube_log_subscription", {
        service_name: "abc",
        kube_id: "${ovh_cloud_project_kube.k.id}",
        kind: "audit",
        stream_id: "${ovh_cloud_project_kube.k.id}",
      }),
    ),
  ],
  "a database that feeds another abroad": [
    "residency/copy",
    merged(database(), {
      resource: {
        ovh_cloud_project_database: { us: { service_name: "abc", engine: "kafka", nodes: [{ region: "BHS" }] } },
        ovh_cloud_project_database_integration: {
          i: {
            service_name: "abc",
            engine: "kafka",
            cluster_id: "${ovh_cloud_project_database.d.id}",
            source_service_id: "${ovh_cloud_project_database.d.id}",
            destination_service_id: "${ovh_cloud_project_database.us.id}",
          },
        },
      },
    }),
  ],
  "a balancer whose members are in the world": [
    "isolation/peering",
    one("ovh_cloud_project_loadbalancer", {
      service_name: "abc",
      region_name: "GRA11",
      flavor_id: "f",
      name: "l",
      listeners: [{ port: 443, protocol: "tcp", pool: { members: [{ address: "8.8.8.8", protocol_port: 443 }] } }],
    }),
  ],
};

/** Lists, blocks and orders that name more than one place. */
export const PLACES: Cases = {
  "regions, the last abroad": [
    "residency/region",
    one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: ["GRA11", "SBG5", "BHS5"] }),
  ],
  "regions, one empty": [
    "residency/region",
    one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: ["GRA11", ""] }),
  ],
  "regions, one null": [
    "residency/region",
    one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: ["GRA11", null] }),
  ],
  "regions that may be none": [
    "residency/region",
    merged(one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: '${var.x ? ["GRA11"] : null}' }), {
      variable: { x: {} },
    }),
  ],
  "regions put together": [
    "residency/region",
    one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: '${concat(["GRA11"], ["BHS5"])}' }),
  ],
  "regions of a splat": [
    "residency/region",
    merged(cluster(), {
      resource: {
        ovh_cloud_project_kube: { o: { count: 2, region: '${["GRA11", "BHS5"][count.index]}', private_network_id: "n" } },
        ovh_cloud_project_network_private: { n: { service_name: "a", regions: "${ovh_cloud_project_kube.o[*].region}" } },
      },
    }),
  ],
  "no regions": ["residency/region", one("ovh_cloud_project_network_private", { service_name: "a", name: "n", regions: [] })],
  "no nodes": ["residency/region", database({ nodes: [] })],
  "a node without region": ["residency/region", database({ nodes: [{ region: "GRA" }, {}] })],
  "a node by a dynamic block beside a plain one": [
    "residency/region",
    database({ dynamic: { nodes: { for_each: ["BHS"], content: { region: "${nodes.value}" } } } }),
  ],
  "a dynamic block beside one that is null": [
    "residency/region",
    database({ dynamic: { timeouts: null, nodes: { for_each: ["BHS"], content: { region: "${nodes.value}" } } } }),
  ],
  "a dynamic block with an iterator": [
    "residency/region",
    database({ dynamic: { nodes: { for_each: { a: "BHS" }, iterator: "it", content: { region: "${it.value}" } } } }),
  ],
  "a dynamic block in a list": [
    "residency/region",
    database({ dynamic: [{ nodes: [{ for_each: ["BHS"], content: [{ region: "${nodes.value}" }] }] }] }),
  ],
  "a dynamic block over what nobody knows": [
    "residency/region",
    merged(database({ nodes: null, dynamic: { nodes: { for_each: "${var.n}", content: { region: "${nodes.value}" } } } }), {
      variable: { n: {} },
    }),
  ],
  "a dynamic block over a set": [
    "residency/region",
    database({ nodes: null, dynamic: { nodes: { for_each: '${toset(["GRA", "BHS"])}', content: { region: "${nodes.key}" } } } }),
  ],
  "a zone of another region": [
    "residency/region",
    one("ovh_cloud_project_volume", {
      service_name: "a",
      region_name: "GRA11",
      availability_zone: "EU-WEST-LZ-MNC-A",
      size: 10,
      type: "classic",
      name: "v",
    }),
  ],
  "a data source abroad": ["residency/region", data("ovh_cloud_project_storages", { service_name: "abc", region_name: "BHS" })],
  "an order to Canada": ["residency/region", order({ label: "vps_datacenter", value: "BHS" })],
  "an order with the label in capitals": ["residency/region", order({ label: "VPS_DATACENTER", value: "BHS" })],
  "an order with two labels": [
    "residency/region",
    order({ label: "vps_datacenter", value: "GRA" }, { label: "vps_datacenter", value: "BHS" }),
  ],
  "an order without a label": ["residency/region", order({ label: "vps_os", value: "Debian 12" })],
  "an order whose label a variable says": ["residency/region", merged(order({ label: "${var.l}", value: "BHS" }), { variable: { l: {} } })],
  "an order whose value a variable says": [
    "residency/region",
    merged(order({ label: "vps_datacenter", value: "${var.l}" }), { variable: { l: {} } }),
  ],
  "ignored changes": ["residency/region", cluster({ region: CANADA, lifecycle: { ignore_changes: ["region"] } })],
  "a precondition that would stop it": [
    "residency/region",
    cluster({ region: CANADA, lifecycle: { precondition: { condition: "${false}", error_message: "never" } } }),
  ],
  "a type in capitals": ["residency/region", one("OVH_cloud_project_kube", { region: "GRA11" })],
  "a type of a prototype": ["jurisdiction/operator", one("__proto__", { region: "GRA11" })],
};
