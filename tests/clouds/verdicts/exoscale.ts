import type { Case } from "./case.ts";

const key = (multi_zone?: boolean | string, zone = "de-fra-1") => ({
  exoscale_kms_key: { k: { name: "k", zone, ...(multi_zone !== undefined && { multi_zone }) } },
});
const elasticsearch = (url: string) => ({
  exoscale_dbaas_external_endpoint_elasticsearch: { e: { name: "e", zone: "de-fra-1", index_prefix: "logs", url } },
});

export const EXOSCALE: readonly Case[] = [
  { name: "a network in Frankfurt", resource: { exoscale_private_network: { n: { name: "n", zone: "de-fra-1" } } }, region: "inside" },
  { name: "a network in Geneva", resource: { exoscale_private_network: { n: { name: "n", zone: "ch-gva-2" } } }, region: "outside" },
  {
    name: "a network wherever a variable says",
    resource: { exoscale_private_network: { n: { name: "n", zone: "${var.z}" } } },
    region: "undecided",
  },
  { name: "a key of one zone", resource: key(), region: "inside", replica: "inside" },
  { name: "a key that is said to be of one zone", resource: key(false), replica: "inside" },
  { name: "a key of several zones", resource: key(true), region: "inside", replica: "outside" },
  { name: "a key of several zones, as a text", resource: key("true"), replica: "outside" },
  { name: "a key that may be of several zones", resource: key("${var.many}"), replica: "undecided" },
  {
    name: "logs to Datadog",
    resource: {
      exoscale_dbaas_external_endpoint_datadog: { e: { name: "e", zone: "de-fra-1", datadog_api_key: "x", site: "datadoghq.eu" } },
    },
    region: "inside",
    replica: "outside",
  },
  { name: "logs to an address that nobody knows", resource: elasticsearch("https://logs.example.org"), replica: "undecided" },
  {
    name: "logs to an address that the policy approves",
    resource: elasticsearch("https://logs.example.org"),
    policy: { endpoints: ["logs.example.org"] },
    replica: "inside",
  },
  {
    name: "an audit log to Amazon",
    resource: {
      exoscale_sks_cluster: {
        c: { name: "c", zone: "at-vie-1", audit: [{ endpoint: "https://x.eu-central-1.amazonaws.com", bearer_token: "t" }] },
      },
    },
    region: "inside",
    replica: "outside",
  },
  {
    name: "a machine of an earlier release, in Vienna",
    resource: { exoscale_compute: { c: { display_name: "c", zone: "at-vie-1" } } },
    region: "inside",
  },
  {
    name: "a machine of an earlier release, in Geneva",
    resource: { exoscale_compute: { c: { display_name: "c", zone: "ch-gva-2" } } },
    region: "outside",
  },
  {
    name: "an address of a machine of an earlier release in Geneva",
    resource: {
      exoscale_secondary_ipaddress: { a: { compute_id: "${exoscale_compute.c.id}", ip_address: "203.0.113.7" } },
      exoscale_compute: { c: { display_name: "c", zone: "ch-gva-2" } },
    },
    region: "outside",
  },
  {
    name: "rules of an earlier release",
    resource: { exoscale_security_group_rules: { r: { security_group: "g" } } },
    region: "not-applicable",
  },
  { name: "rules of the organisation", resource: { exoscale_security_group: { g: { name: "g" } } }, region: "not-applicable" },
  {
    name: "a rule open to everybody",
    resource: {
      exoscale_security_group_rule: {
        r: { security_group_id: "1", type: "INGRESS", protocol: "TCP", cidr: "::/0", start_port: 22, end_port: 22 },
      },
    },
    ingress: "outside",
  },
  {
    name: "a rule for what goes out",
    resource: {
      exoscale_security_group_rule: {
        r: { security_group_id: "1", type: "EGRESS", protocol: "TCP", cidr: "0.0.0.0/0", start_port: 1, end_port: 9 },
      },
    },
    ingress: "inside",
  },
  {
    name: "a machine that is private",
    resource: {
      exoscale_compute_instance: {
        m: { name: "m", zone: "de-fra-1", type: "standard.small", template_id: "t", disk_size: 10, private: true },
      },
    },
    address: "inside",
  },
  ...(
    [
      ["exoscale_vpc", "at-vie-2", "inside"],
      ["exoscale_vpc_subnet", "ch-gva-2", "outside"],
      ["exoscale_template", "de-muc-1", "inside"],
      ["exoscale_template", "ch-dk-2", "outside"],
      ["exoscale_network", "ch-gva-2", "outside"],
      ["exoscale_dbaas_clickhouse_user", "bg-sof-1", "inside"],
    ] as const
  ).map(([type, zone, region]) => ({ name: `${type} in ${zone}`, resource: { [type]: { n: { name: "n", zone } } }, region })),
  {
    name: "a card of a machine in Geneva",
    resource: {
      exoscale_compute: { m: { display_name: "m", zone: "ch-gva-2" } },
      exoscale_nic: { n: { compute_id: "${exoscale_compute.m.id}", network_id: "w" } },
    },
    region: "outside",
  },
  { name: "machines kept apart, as it was written once", resource: { exoscale_affinity: { a: { name: "a" } } }, region: "not-applicable" },
];
