import type { Json } from "../../../guard/index.ts";
import type { Case } from "./case.ts";

const inside = { region: "fr-par", zone: "fr-par-1" };
const vpc = { scaleway_vpc: { v: { name: "v" } } };
const france = { countries: ["FR"] } as const;
const rdb = (backup_same_region?: boolean) => ({
  scaleway_rdb_instance: {
    d: { node_type: "db-dev-s", engine: "PostgreSQL-15", ...(backup_same_region !== undefined && { backup_same_region }) },
  },
});
const exporter = (destination: { readonly [name: string]: Json }) => ({
  scaleway_cockpit_source: { s: { retention_days: 31 } },
  scaleway_cockpit_exporter: { e: { name: "e", datasource_id: "${scaleway_cockpit_source.s.id}", ...destination } },
});
const queue = (sqs_endpoint: string, activation: { readonly [name: string]: Json } = {}) => ({
  scaleway_mnq_sqs: { s: activation },
  scaleway_mnq_sqs_queue: { q: { name: "q", sqs_endpoint, access_key: "a", secret_key: "s" } },
});
const route = (s3: { readonly [name: string]: Json }, database?: { readonly [name: string]: Json }) => ({
  scaleway_iot_hub: { h: {} },
  scaleway_iot_route: {
    r: { name: "r", topic: "t", hub_id: "${scaleway_iot_hub.h.id}", ...(database === undefined ? { s3: [s3] } : { database: [database] }) },
  },
});

const pool = (cluster_id: string) => ({ scaleway_k8s_pool: { p: { name: "p", node_type: "DEV1-M", size: 1, cluster_id } } });
const ID = "11111111-1111-1111-1111-111111111111";

export const SCALEWAY: readonly Case[] = [
  { name: "a network where the block says", provider: inside, resource: vpc, region: "inside" },
  { name: "a network in whichever region of Scaleway, all of them in the EU", provider: {}, resource: vpc, region: "inside" },
  { name: "the same where France alone is approved", provider: {}, resource: vpc, policy: france, region: "undecided" },
  { name: "a pool of a cluster elsewhere whose id says where", provider: inside, resource: pool(`fr-par/${ID}`), region: "inside" },
  {
    name: "the user of a database whose id says another region than the block",
    provider: inside,
    resource: { scaleway_rdb_user: { u: { name: "u", instance_id: `nl-ams/${ID}` } } },
    region: "inside",
  },
  {
    name: "the same where France alone is approved",
    provider: inside,
    resource: { scaleway_rdb_user: { u: { name: "u", instance_id: `nl-ams/${ID}` } } },
    policy: france,
    region: "outside",
  },
  {
    name: "a pool of a cluster in Paris under a block in Warsaw, where France alone is approved",
    provider: { region: "pl-waw", zone: "pl-waw-1" },
    resource: pool(`fr-par/${ID}`),
    policy: france,
    region: "outside",
  },
  { name: "an id under a block whose region a file says", provider: { profile: "p" }, resource: pool(`fr-par/${ID}`), region: "undecided" },
  { name: "an id that begins with no region of Scaleway", provider: inside, resource: pool(`us-east-1/${ID}`), region: "undecided" },
  { name: "an id that begins with nothing", provider: inside, resource: pool(ID), region: "undecided" },
  { name: "an id of three parts", provider: inside, resource: pool(`fr-par/${ID}/x`), region: "undecided" },
  { name: "a region alone", provider: inside, resource: pool("fr-par/"), region: "undecided" },
  { name: "a network where a profile says", provider: { profile: "p" }, resource: vpc, region: "undecided" },
  {
    name: "a network in a region of Amazon's",
    provider: inside,
    resource: { scaleway_vpc: { v: { region: "eu-west-3" } } },
    region: "outside",
  },
  {
    name: "a network in Warsaw, where France alone is approved",
    provider: inside,
    resource: { scaleway_vpc: { v: { region: "pl-waw" } } },
    policy: france,
    region: "outside",
  },
  {
    name: "a network in Paris under a block in Warsaw",
    provider: { region: "pl-waw", zone: "pl-waw-1" },
    resource: { scaleway_vpc: { v: { region: "fr-par" } } },
    policy: france,
    region: "inside",
  },
  {
    name: "a database's user that is where its instance is, and not where the block says",
    provider: inside,
    resource: {
      scaleway_rdb_instance: { d: { node_type: "db-dev-s", engine: "PostgreSQL-15", region: "nl-ams" } },
      scaleway_rdb_user: { u: { name: "u", instance_id: "${scaleway_rdb_instance.d.id}" } },
    },
    policy: france,
    region: "outside",
  },
  {
    name: "backups that leave the region unless told otherwise, for another in the EU",
    provider: inside,
    resource: rdb(),
    region: "inside",
    replica: "inside",
  },
  { name: "the same where France alone is approved", provider: inside, resource: rdb(), policy: france, replica: "undecided" },
  {
    name: "backups that are told to leave, where France alone is approved",
    provider: inside,
    resource: rdb(false),
    policy: france,
    replica: "undecided",
  },
  { name: "backups that are told to stay", provider: inside, resource: rdb(true), replica: "inside" },
  {
    name: "a queue at the address that its own activation hands out",
    provider: inside,
    resource: queue("${scaleway_mnq_sqs.s.endpoint}"),
    replica: "inside",
  },
  { name: "a queue at another's address", provider: inside, resource: queue("https://sqs.us-east-1.amazonaws.com"), replica: "outside" },
  {
    name: "a queue at an address that nobody knows",
    provider: inside,
    resource: queue("${scaleway_mnq_sqs.other.endpoint}"),
    replica: "undecided",
  },
  {
    name: "a queue at the address of an activation elsewhere",
    provider: inside,
    resource: queue("${scaleway_mnq_sqs.s.endpoint}", { region: "us-east" }),
    replica: "outside",
  },
  {
    name: "messages of devices to a database of the same code",
    provider: inside,
    resource: {
      ...rdb(true),
      ...route({}, { host: "${scaleway_rdb_instance.d.endpoint_ip}", port: 5432, query: "q", dbname: "d", username: "u", password: "p" }),
    },
    replica: "inside",
  },
  {
    name: "messages of devices to a database that nobody knows",
    provider: inside,
    resource: route({}, { host: "db.example.org", port: 5432, query: "q", dbname: "d", username: "u", password: "p" }),
    replica: "undecided",
  },
  {
    name: "metrics to Datadog",
    provider: inside,
    resource: exporter({ datadog_destination: [{ api_key: "k", endpoint: "https://api.datadoghq.eu" }] }),
    region: "inside",
    replica: "outside",
  },
  {
    name: "metrics to Datadog, at the address that the provider knows",
    provider: inside,
    resource: exporter({ datadog_destination: [{ api_key: "k" }] }),
    replica: "undecided",
  },
  {
    name: "metrics to an address that nobody knows",
    provider: inside,
    resource: exporter({ otlp_destination: [{ endpoint: "https://otlp.example.org" }] }),
    replica: "undecided",
  },
  {
    name: "messages to a bucket in Paris",
    provider: inside,
    resource: route({ bucket_name: "b", bucket_region: "fr-par" }),
    replica: "inside",
  },
  {
    name: "messages to a bucket in London",
    provider: inside,
    resource: route({ bucket_name: "b", bucket_region: "eu-west-2" }),
    replica: "outside",
  },
  {
    name: "an acl of a balancer that is where its frontend's balancer is",
    provider: {},
    resource: {
      scaleway_lb: { l: { type: "LB-S", zone: "fr-par-1" } },
      scaleway_lb_backend: { b: { lb_id: "${scaleway_lb.l.id}", forward_port: 80, forward_protocol: "http", server_ips: ["10.0.0.1"] } },
      scaleway_lb_frontend: { f: { lb_id: "${scaleway_lb.l.id}", backend_id: "${scaleway_lb_backend.b.id}", inbound_port: 80 } },
      scaleway_lb_acl: { a: { frontend_id: "${scaleway_lb_frontend.f.id}", index: 1, action: [{ type: "allow" }] } },
    },
    region: "inside",
    replica: "inside",
  },
  {
    name: "a balancer that hands on to a public address",
    provider: inside,
    resource: {
      scaleway_lb: { l: { type: "LB-S" } },
      scaleway_lb_backend: { b: { lb_id: "${scaleway_lb.l.id}", forward_port: 80, forward_protocol: "http", server_ips: ["91.98.0.1"] } },
    },
    replica: "undecided",
  },
  {
    name: "a pipeline that answers from points of presence",
    provider: inside,
    resource: {
      scaleway_edge_services_pipeline: { p: { name: "p" } },
      scaleway_edge_services_cache_stage: { c: { pipeline_id: "${scaleway_edge_services_pipeline.p.id}" } },
    },
    region: "not-applicable",
    replica: "undecided",
  },
  {
    name: "a name in public DNS",
    provider: inside,
    resource: { scaleway_domain_record: { r: { dns_zone: "example.org", name: "www", type: "A", data: "203.0.113.1" } } },
    region: "not-applicable",
  },
  { name: "a database that nobody asked to encrypt", provider: inside, resource: rdb(true), encryption: "outside" },
  {
    name: "a group that accepts unless told otherwise",
    provider: inside,
    resource: { scaleway_instance_security_group: { g: {} } },
    address: "outside",
  },
  {
    name: "a group that drops, and lets one range in",
    provider: inside,
    resource: {
      scaleway_instance_security_group: {
        g: { inbound_default_policy: "drop", inbound_rule: [{ action: "accept", port: 443, ip_range: "10.0.0.0/8" }] },
      },
    },
    address: "inside",
    ingress: "inside",
  },
  {
    name: "a group that lets everybody in",
    provider: inside,
    resource: {
      scaleway_instance_security_group: {
        g: { inbound_default_policy: "drop", inbound_rule: [{ action: "accept", port: 22, ip_range: "0.0.0.0/0" }] },
      },
    },
    ingress: "outside",
  },
  {
    name: "a bucket that everybody may read",
    provider: inside,
    resource: { scaleway_object_bucket: { b: { name: "b", acl: "public-read" } } },
    address: "outside",
  },
  { name: "a bucket", provider: inside, resource: { scaleway_object_bucket: { b: { name: "b" } } }, address: "inside" },
  {
    name: "a connection between sites, and a line of its own",
    provider: { region: "fr-par", zone: "fr-par-1" },
    resource: {
      scaleway_s2s_vpn_connection: { v: { name: "v" } },
      scaleway_interlink_link: { l: { name: "l", bandwidth_mbps: 50, pop_id: "p" } },
    },
    promises: { "encryption/links": "inside" },
  },
  {
    name: "a cluster of release 1, its pool and its registry",
    provider: inside,
    resource: {
      scaleway_k8s_cluster_beta: { c: { name: "c", version: "1.18.2", cni: "weave" } },
      scaleway_k8s_pool_beta: { p: { cluster_id: "${scaleway_k8s_cluster_beta.c.id}", node_type: "DEV1-M", size: 1 } },
      scaleway_registry_namespace_beta: { r: { name: "r" } },
    },
    region: "inside",
  },
  {
    name: "a database of release 1 in a region of Amazon's",
    provider: inside,
    resource: { scaleway_rdb_instance_beta: { d: { node_type: "db-dev-s", region: "eu-west-3" } } },
    region: "outside",
  },
];
