import type { Case } from "./case.ts";

const net = { outscale_net: { n: { ip_range: "10.0.0.0/16" } } };
const inside = { region: "eu-west-2" };
const volume = (subregion_name: string) => ({ outscale_volume: { v: { subregion_name, size: 10 } } });

export const OUTSCALE: readonly Case[] = [
  { name: "a net in Paris", provider: inside, resource: net, region: "inside" },
  { name: "a net in Paris, by the block api", provider: { api: [{ region: "cloudgouv-eu-west-1" }] }, resource: net, region: "inside" },
  { name: "a net in New Jersey", provider: { region: "us-east-2" }, resource: net, region: "outside" },
  { name: "a net in Tokyo, by the block api", provider: { api: [{ region: "ap-northeast-1" }] }, resource: net, region: "outside" },
  { name: "a net wherever the environment says", provider: {}, resource: net, region: "undecided" },
  {
    name: "a net where the environment is known to be",
    provider: {},
    resource: net,
    policy: { environment: { OSC_REGION: "eu-west-2" } },
    region: "inside",
  },
  { name: "a net where a profile says", provider: { profile: "other" }, resource: net, region: "undecided" },
  { name: "a net in Amazon's eu-west-1, which is none here", provider: { region: "eu-west-1" }, resource: net, region: "outside" },
  { name: "a disk whose subregion answers for a silent block", provider: {}, resource: volume("eu-west-2a"), region: "inside" },
  { name: "a disk in a subregion of California", provider: {}, resource: volume("us-west-1a"), region: "outside" },
  { name: "a disk in whichever subregion of a region that is written", provider: inside, resource: volume("${var.s}"), region: "inside" },
  {
    name: "a disk in the subregion that a list of them begins with",
    provider: inside,
    data: { outscale_subregions: { all: {} } },
    resource: volume("${data.outscale_subregions.all.subregions[0].subregion_name}"),
    region: "inside",
  },
  {
    name: "a disk in whichever subregion of New Jersey",
    provider: { region: "us-east-2" },
    resource: volume("${var.s}"),
    region: "outside",
  },
  { name: "a disk in whichever subregion of whichever region", provider: {}, resource: volume("${var.s}"), region: "undecided" },
  {
    name: "a disk in a subregion of a region that a variable says",
    provider: { region: "${var.r}" },
    resource: volume("${var.s}"),
    region: "undecided",
  },
  {
    name: "a disk in a subregion of Paris, asked of New Jersey",
    provider: { region: "us-east-2" },
    resource: volume("eu-west-2a"),
    region: "outside",
  },
  { name: "a disk in a subregion of California, asked of Paris", provider: inside, resource: volume("us-west-1a"), region: "outside" },
  {
    name: "a net of Paris, asked of New Jersey's interface",
    provider: { ...inside, endpoints: [{ api: "https://api.us-east-2.outscale.com/api/v1" }] },
    resource: net,
    region: "outside",
  },
  {
    name: "a net of Paris, asked of its own interface",
    provider: { ...inside, endpoints: [{ api: "https://api.eu-west-2.outscale.com/api/v1" }] },
    resource: net,
    region: "inside",
  },
  {
    name: "a copy from California",
    provider: inside,
    resource: { outscale_snapshot: { s: { source_snapshot_id: "snap-1", source_region_name: "us-west-1" } } },
    region: "inside",
    replica: "outside",
  },
  {
    name: "a copy that names a source says nothing of its own place",
    provider: { region: "us-east-2" },
    resource: { outscale_snapshot: { s: { source_snapshot_id: "snap-1", source_region_name: "eu-west-2" } } },
    region: "outside",
  },
  {
    name: "an export to a bucket that a name alone points at",
    provider: inside,
    resource: {
      outscale_snapshot_export_task: {
        e: { snapshot_id: "snap-1", osu_export: [{ disk_image_format: "qcow2", osu_bucket: "somewhere" }] },
      },
    },
    region: "inside",
    replica: "undecided",
  },
  {
    name: "a peering with a net beside it",
    provider: inside,
    resource: {
      outscale_net: { n: { ip_range: "10.0.0.0/16" }, m: { ip_range: "10.1.0.0/16" } },
      outscale_net_peering: { p: { source_net_id: "${outscale_net.n.net_id}", accepter_net_id: "${outscale_net.m.net_id}" } },
    },
    replica: "inside",
  },
  {
    name: "a peering with a net of somebody else",
    provider: inside,
    resource: { ...net, outscale_net_peering: { p: { source_net_id: "${outscale_net.n.net_id}", accepter_net_id: "vpc-12345678" } } },
    replica: "undecided",
  },
  {
    name: "a gateway to a public address",
    provider: inside,
    resource: { outscale_client_gateway: { g: { bgp_asn: 65000, connection_type: "ipsec.1", public_ip: "91.98.0.1" } } },
    replica: "undecided",
  },
  {
    name: "a Kubernetes project in America under a block in Paris",
    provider: inside,
    resource: { outscale_oks_project: { k: { name: "k", cidr: "10.0.0.0/16", region: "us-east-2" } } },
    region: "outside",
  },
  {
    name: "a cluster of a project in Paris",
    provider: inside,
    resource: {
      outscale_oks_project: { k: { name: "k", cidr: "10.0.0.0/16", region: "eu-west-2" } },
      outscale_oks_cluster: { c: { name: "c", project_id: "${outscale_oks_project.k.id}", admin_whitelist: ["10.0.0.0/8"] } },
    },
    region: "inside",
  },
  { name: "a data source of another region", provider: { region: "us-west-1" }, data: { outscale_images: { i: {} } }, region: "outside" },
  {
    name: "a balancer on the internet unless told otherwise",
    provider: inside,
    resource: { outscale_load_balancer: { l: { load_balancer_name: "l", listeners: [] } } },
    address: "outside",
  },
  {
    name: "an internal balancer",
    provider: inside,
    resource: { outscale_load_balancer: { l: { load_balancer_name: "l", load_balancer_type: "internal", listeners: [] } } },
    address: "inside",
  },
  {
    name: "a rule open to everybody",
    provider: inside,
    resource: {
      outscale_security_group_rule: {
        r: { flow: "Inbound", security_group_id: "sg-1", ip_range: "0.0.0.0/0", from_port_range: 22, to_port_range: 22 },
      },
    },
    ingress: "outside",
  },
  {
    name: "a rule for what goes out",
    provider: inside,
    resource: { outscale_security_group_rule: { r: { flow: "Outbound", security_group_id: "sg-1", ip_range: "0.0.0.0/0" } } },
    ingress: "inside",
  },
  {
    name: "a snapshot for everybody",
    provider: inside,
    resource: {
      outscale_snapshot_attributes: { s: { snapshot_id: "snap-1", permissions_to_create_volume_additions: [{ global_permission: true }] } },
    },
    address: "outside",
  },
  {
    name: "a connection by IPsec",
    provider: inside,
    resource: { outscale_vpn_connection: { v: { client_gateway_id: "c", virtual_gateway_id: "v", connection_type: "ipsec.1" } } },
    promises: { "encryption/links": "inside" },
  },
];
