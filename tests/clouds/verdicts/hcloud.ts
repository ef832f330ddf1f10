import type { Case } from "./case.ts";

const server = (location?: string) => ({ name: "a", server_type: "cx22", ...(location !== undefined && { location }) });
const germany = { countries: ["DE"] } as const;

export const HCLOUD: readonly Case[] = [
  { name: "a server in Nuremberg", resource: { hcloud_server: { a: server("nbg1") } }, region: "inside" },
  { name: "a server in Ashburn", resource: { hcloud_server: { a: server("ash") } }, region: "outside" },
  { name: "a server that leaves the location to Hetzner", resource: { hcloud_server: { a: server() } }, region: "undecided" },
  { name: "a server in a location that does not exist", resource: { hcloud_server: { a: server("eu-central-1") } }, region: "outside" },
  {
    name: "a server in an American data centre, by the deprecated attribute",
    resource: { hcloud_server: { a: { ...server(), datacenter: "hil-dc1" } } },
    region: "outside",
  },
  {
    name: "a subnet of the European network zone",
    resource: { hcloud_network_subnet: { a: { network_id: 1, type: "cloud", network_zone: "eu-central", ip_range: "10.0.0.0/24" } } },
    region: "inside",
  },
  {
    name: "a balancer of the European network zone, when Germany alone is approved and the zone has Helsinki",
    resource: { hcloud_load_balancer: { a: { name: "a", load_balancer_type: "lb11", network_zone: "eu-central" } } },
    policy: germany,
    region: "outside",
  },
  {
    name: "a balancer of an American network zone",
    resource: { hcloud_load_balancer: { a: { name: "a", load_balancer_type: "lb11", network_zone: "us-east" } } },
    region: "outside",
  },
  {
    name: "a volume beside its server",
    resource: { hcloud_server: { a: server("fsn1") }, hcloud_volume: { v: { name: "v", size: 10, server_id: "${hcloud_server.a.id}" } } },
    region: "inside",
  },
  {
    name: "a volume beside a server in Singapore",
    resource: { hcloud_server: { a: server("sin") }, hcloud_volume: { v: { name: "v", size: 10, server_id: "${hcloud_server.a.id}" } } },
    region: "outside",
  },
  {
    name: "a volume of a server made elsewhere",
    resource: { hcloud_volume: { v: { name: "v", size: 10, server_id: 42 } } },
    region: "undecided",
  },
  {
    name: "a snapshot, which Hetzner keeps nobody says where",
    resource: { hcloud_server: { a: server("fsn1") }, hcloud_snapshot: { s: { server_id: "${hcloud_server.a.id}" } } },
    region: "undecided",
  },
  {
    name: "a record of a DNS zone, which is no zone",
    resource: { hcloud_zone_record: { r: { zone: "example.org", name: "@", type: "A", value: "203.0.113.1" } } },
    region: "not-applicable",
  },
  {
    name: "a target outside the private network",
    resource: {
      hcloud_load_balancer: { b: { name: "b", load_balancer_type: "lb11", location: "nbg1" } },
      hcloud_load_balancer_target: { t: { load_balancer_id: "${hcloud_load_balancer.b.id}", type: "ip", ip: "91.98.0.1" } },
    },
    region: "inside",
    replica: "undecided",
  },
  {
    name: "a target in Hillsboro",
    resource: {
      hcloud_server: { a: server("hil") },
      hcloud_load_balancer: { b: { name: "b", load_balancer_type: "lb11", location: "nbg1" } },
      hcloud_load_balancer_target: {
        t: { load_balancer_id: "${hcloud_load_balancer.b.id}", type: "server", server_id: "${hcloud_server.a.id}" },
      },
    },
    replica: "outside",
  },
  {
    name: "a server that says nothing of its addresses has two public ones",
    resource: { hcloud_server: { a: server("nbg1") } },
    address: "outside",
  },
  {
    name: "a server without public addresses",
    resource: { hcloud_server: { a: { ...server("nbg1"), public_net: [{ ipv4_enabled: false, ipv6_enabled: false }] } } },
    address: "inside",
  },
  {
    name: "a floating address that leads to a server",
    resource: { hcloud_floating_ip: { f: { type: "ipv4", server_id: 1 } } },
    address: "outside",
  },
  {
    name: "a floating address that leads nowhere yet",
    resource: { hcloud_floating_ip: { f: { type: "ipv4", home_location: "nbg1" } } },
    address: "inside",
  },
  {
    name: "a floating address tied to a server",
    resource: { hcloud_floating_ip_assignment: { f: { floating_ip_id: 1, server_id: 1 } } },
    address: "outside",
  },
  {
    name: "a primary address that leads to a server",
    resource: { hcloud_primary_ip: { p: { name: "p", type: "ipv4", assignee_type: "server", auto_delete: false, assignee_id: 1 } } },
    address: "outside",
  },
  {
    name: "a primary address that leads nowhere yet",
    resource: { hcloud_primary_ip: { p: { name: "p", type: "ipv4", assignee_type: "server", auto_delete: false, location: "nbg1" } } },
    address: "inside",
  },
  {
    name: "a firewall open to everybody",
    resource: {
      hcloud_firewall: { f: { name: "f", rule: [{ direction: "in", protocol: "tcp", port: "22", source_ips: ["0.0.0.0/0"] }] } },
    },
    ingress: "outside",
  },
  {
    name: "a firewall that lets everything out",
    resource: {
      hcloud_firewall: { f: { name: "f", rule: [{ direction: "out", protocol: "tcp", port: "443", destination_ips: ["0.0.0.0/0"] }] } },
    },
    ingress: "inside",
  },
];
