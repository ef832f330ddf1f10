import type { Case } from "./case.ts";

const storage = (region: string) => ({ upcloud_managed_object_storage: { s: { name: "s", region, configured_status: "started" } } });
const bucket = { upcloud_managed_object_storage_bucket: { b: { name: "b", service_uuid: "${upcloud_managed_object_storage.s.id}" } } };
const disk = (zone: string) => ({ upcloud_storage: { d: { title: "d", size: 10, zone } } });

export const UPCLOUD: readonly Case[] = [
  { name: "a disk in Helsinki", resource: disk("fi-hel2"), region: "inside" },
  { name: "a disk in Stavanger, in the EEA and not in the Union", resource: disk("no-svg1"), region: "outside" },
  { name: "a disk in Stavanger for whom the EEA will do", resource: disk("no-svg1"), policy: { countries: "eea" }, region: "inside" },
  { name: "object storage in the second European region", resource: { ...storage("europe-2"), ...bucket }, region: "inside" },
  { name: "object storage in the first European region", resource: { ...storage("europe-1"), ...bucket }, region: "inside" },
  { name: "object storage in a region that is not known", resource: { ...storage("us-1"), ...bucket }, region: "outside" },
  {
    name: "a bucket of a service made elsewhere",
    resource: { upcloud_managed_object_storage_bucket: { b: { name: "b", service_uuid: "1-2" } } },
    region: "undecided",
  },
  {
    name: "a backup of a disk in Chicago",
    resource: { ...disk("us-chi1"), upcloud_storage_backup: { b: { title: "b", source_storage: "${upcloud_storage.d.id}" } } },
    region: "outside",
  },
  {
    name: "a backup of a disk in Madrid",
    resource: { ...disk("es-mad1"), upcloud_storage_backup: { b: { title: "b", source_storage: "${upcloud_storage.d.id}" } } },
    region: "inside",
  },
  { name: "an address that waits for its server", resource: { upcloud_floating_ip_address: { a: {} } }, region: "undecided" },
  {
    name: "a tunnel to a public address",
    resource: {
      upcloud_gateway: { g: { name: "g", zone: "fi-hel1", features: ["vpn"], router: [{ id: "r" }] } },
      upcloud_gateway_connection: { c: { name: "c", gateway: "${upcloud_gateway.g.id}" } },
      upcloud_gateway_connection_tunnel: {
        t: { name: "t", connection_id: "${upcloud_gateway_connection.c.id}", local_address_name: "a", remote_address: "91.98.0.1" },
      },
    },
    region: "inside",
    replica: "undecided",
  },
  {
    name: "a certificate with its key, which belongs to no zone",
    resource: { upcloud_loadbalancer_manual_certificate_bundle: { c: { name: "c", certificate: "x", private_key: "y" } } },
    region: "undecided",
  },
  { name: "a disk that nobody asked to encrypt", resource: disk("fi-hel1"), encryption: "outside" },
  {
    name: "an encrypted disk",
    resource: { upcloud_storage: { d: { title: "d", size: 10, zone: "fi-hel1", encrypt: true } } },
    encryption: "inside",
  },
  {
    name: "a database that is silent about public access",
    resource: { upcloud_managed_database_postgresql: { p: { name: "p", title: "p", plan: "1x1xCPU-2GB-25GB", zone: "fi-hel1" } } },
    address: "outside",
  },
  {
    name: "a private database",
    resource: {
      upcloud_managed_database_postgresql: {
        p: { name: "p", title: "p", plan: "1x1xCPU-2GB-25GB", zone: "fi-hel1", properties: [{ public_access: false }] },
      },
    },
    address: "inside",
  },
  {
    name: "a load balancer on the public network",
    resource: {
      upcloud_loadbalancer: {
        l: { name: "l", plan: "development", zone: "fi-hel1", networks: [{ name: "public", type: "public", family: "IPv4" }] },
      },
    },
    address: "outside",
  },
  {
    name: "a load balancer in a private network",
    resource: {
      upcloud_loadbalancer: {
        l: {
          name: "l",
          plan: "development",
          zone: "fi-hel1",
          networks: [{ name: "private", type: "private", family: "IPv4", network: "n" }],
        },
      },
    },
    address: "inside",
  },
  {
    name: "a control plane for everybody",
    resource: { upcloud_kubernetes_cluster: { k: { name: "k", zone: "fi-hel1", network: "n", control_plane_ip_filter: ["0.0.0.0/0"] } } },
    ingress: "outside",
    encryption: "outside",
  },
  ...(["ipsec", "gre", undefined] as const).map((type) => ({
    name: `a connection of the type ${type}`,
    resource: { upcloud_gateway_connection: { c: { name: "c", gateway: "g", ...(type !== undefined && { type }) } } },
    promises: { "encryption/links": type === "ipsec" ? ("inside" as const) : ("outside" as const) },
  })),
];
