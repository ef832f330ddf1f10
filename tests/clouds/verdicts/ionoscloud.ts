import type { Json } from "../../../guard/index.ts";
import type { Case } from "./case.ts";

type Attributes = { readonly [name: string]: Json };

const dc = (location: Json) => ({ ionoscloud_datacenter: { d: { name: "d", location } } });
const D = "${ionoscloud_datacenter.d.id}";
const lan = { ionoscloud_lan: { l: { datacenter_id: D, public: false, name: "l" } } };
const server = (more: Attributes = {}) => ({
  ionoscloud_server: {
    s: { name: "s", datacenter_id: D, cores: 1, ram: 1024, volume: [{ disk_type: "SSD Standard", size: 5 }], ...more },
  },
});
const pg = (more: Attributes = {}) => ({
  ...dc("de/txl"),
  ...lan,
  ionoscloud_pg_cluster: {
    p: {
      postgres_version: "15",
      instances: 1,
      cores: 4,
      ram: 2048,
      storage_size: 2048,
      storage_type: "SSD Premium",
      location: "${ionoscloud_datacenter.d.location}",
      display_name: "p",
      synchronization_mode: "ASYNCHRONOUS",
      connections: [{ datacenter_id: D, lan_id: "${ionoscloud_lan.l.id}", cidr: "192.168.100.1/24" }],
      ...more,
    },
  },
});
const connections = [{ datacenter_id: D, lan_id: "${ionoscloud_lan.l.id}", cidr: "10.0.0.1/24" }];
const mariadb = (more: Attributes = {}) => ({
  ionoscloud_mariadb_cluster: { m: { display_name: "m", connections, backup: [{ location: "de" }], ...more } },
});
const mongo = (more: Attributes = {}) => ({
  ionoscloud_mongo_cluster: { m: { display_name: "m", location: "de/txl", mongodb_version: "6.0", instances: 1, ...more } },
});
const vpn = { ionoscloud_vpn_ipsec_gateway: { g: { name: "g", location: "de/fra", gateway_ip: "203.0.113.1", connections } } };
const tunnel = (remote_host: string) => ({
  ...dc("de/fra"),
  ...lan,
  ...vpn,
  ionoscloud_vpn_ipsec_tunnel: {
    t: {
      name: "t",
      location: "de/fra",
      gateway_id: "${ionoscloud_vpn_ipsec_gateway.g.id}",
      remote_host,
      cloud_network_cidrs: ["10.0.0.0/8"],
    },
  },
});
const bucket = (more: Attributes = {}) => ({ ionoscloud_s3_bucket: { b: { name: "bucket", ...more } } });
const cluster = (more: Attributes = {}) => ({ ionoscloud_k8s_cluster: { k: { name: "k", ...more } } });
const pool = {
  ionoscloud_k8s_node_pool: {
    n: {
      datacenter_id: D,
      k8s_cluster_id: "${ionoscloud_k8s_cluster.k.id}",
      name: "n",
      availability_zone: "AUTO",
      node_count: 1,
    },
  },
};
const pipeline = (more: Attributes = {}) => ({ ionoscloud_logging_pipeline: { p: { name: "p", ...more } } });
const rule = (more: Attributes) => ({
  ...dc("de/fra"),
  ionoscloud_nsg_firewallrule: { r: { datacenter_id: D, nsg_id: "n", protocol: "TCP", port_range_start: 22, port_range_end: 22, ...more } },
});
const unset = { environment: { IONOS_API_URL_LOGGING: "" } } as const;

export const IONOSCLOUD: readonly Case[] = [
  { name: "a server in Frankfurt", resource: { ...dc("de/fra"), ...lan, ...server() }, region: "inside", replica: "inside" },
  { name: "a server in Logroño", resource: { ...dc("es/vit"), ...server() }, region: "inside" },
  { name: "a server in Worcester", resource: { ...dc("gb/bhx"), ...server() }, region: "outside" },
  { name: "a server in Las Vegas", resource: { ...dc("us/las"), ...server() }, region: "outside" },
  { name: "a server in a data centre made elsewhere", resource: server({ datacenter_id: "0b5f" }), region: "undecided" },
  {
    name: "a server in a data centre made elsewhere that the policy locates",
    resource: server({ datacenter_id: "0b5f" }),
    policy: { located: { "0b5f": "ionoscloud:de/txl" } },
    region: "inside",
  },
  {
    name: "a server in Las Vegas whose own location says Frankfurt, which only chooses an address",
    resource: { ...dc("us/las"), ...server({ location: "de/fra" }) },
    region: "outside",
  },
  {
    name: "a server in Frankfurt that is ordered in Las Vegas",
    resource: { ...dc("de/fra"), ...server({ location: "us/las" }) },
    region: "outside",
  },
  {
    name: "a server in a data centre that is looked up by its name",
    resource: server({ datacenter_id: "${data.ionoscloud_datacenter.d.id}" }),
    data: { ionoscloud_datacenter: { d: { name: "d" } } },
    region: "undecided",
  },
  {
    name: "a server in a data centre that is looked up in Berlin",
    resource: server({ datacenter_id: "${data.ionoscloud_datacenter.d.id}" }),
    data: { ionoscloud_datacenter: { d: { name: "d", location: "de/txl" } } },
    region: "inside",
  },
  {
    name: "a server in a data centre that is looked up in Newark",
    resource: server({ datacenter_id: "${data.ionoscloud_datacenter.d.id}" }),
    data: { ionoscloud_datacenter: { d: { name: "d", location: "us/ewr" } } },
    region: "outside",
  },
  {
    name: "an image that is looked for at all locations",
    data: { ionoscloud_image: { i: { image_alias: "ubuntu:latest", type: "HDD" } } },
    region: "not-applicable",
  },
  {
    name: "a disk whose agent sends backups to Acronis",
    resource: {
      ...dc("de/fra"),
      ionoscloud_backup_unit: { b: { name: "b", password: "p", email: "a@example.org" } },
      ...server({ volume: [{ disk_type: "HDD", size: 5, backup_unit_id: "${ionoscloud_backup_unit.b.id}" }] }),
    },
    region: "undecided",
    replica: "undecided",
  },
  {
    name: "a copy of a disk in Lenexa",
    resource: { ...dc("us/mci"), ionoscloud_snapshot: { s: { datacenter_id: D, volume_id: "v", name: "s" } } },
    region: "outside",
  },
  { name: "addresses in London", resource: { ionoscloud_ipblock: { i: { location: "gb/lhr", size: 1 } } }, region: "outside" },
  {
    name: "a balancer whose rule redirects to anywhere",
    resource: {
      ...dc("de/fra"),
      ionoscloud_application_loadbalancer_forwardingrule: {
        r: {
          datacenter_id: D,
          application_loadbalancer_id: "a",
          listener_ip: "10.0.0.1",
          listener_port: 80,
          name: "r",
          protocol: "HTTP",
          http_rules: [{ name: "h", type: "REDIRECT", location: "https://us.example.com" }],
        },
      },
    },
    region: "inside",
    replica: "not-applicable",
  },
  {
    name: "a balancer that hands on to a public address",
    resource: {
      ...dc("de/fra"),
      ionoscloud_networkloadbalancer_forwardingrule: {
        r: {
          datacenter_id: D,
          networkloadbalancer_id: "n",
          listener_ip: "10.0.0.1",
          listener_port: 80,
          name: "r",
          protocol: "TCP",
          algorithm: "RANDOM",
          targets: [{ ip: "91.98.0.1", port: 80, weight: 1 }],
        },
      },
    },
    region: "inside",
    replica: "undecided",
  },
  {
    name: "a machine of the same program in a list that a balancer hands on to",
    resource: {
      ...dc("de/fra"),
      ...server(),
      ionoscloud_target_group: {
        t: {
          name: "t",
          algorithm: "RANDOM",
          protocol: "HTTP",
          targets: [{ ip: "${ionoscloud_server.s.primary_ip}", port: 80, weight: 1 }],
        },
      },
    },
    region: "inside",
    replica: "inside",
  },
  {
    name: "a machine in Newark in a list that a balancer hands on to",
    resource: {
      ...dc("us/ewr"),
      ...server(),
      ionoscloud_target_group: {
        t: {
          name: "t",
          algorithm: "RANDOM",
          protocol: "HTTP",
          targets: [{ ip: "${ionoscloud_server.s.primary_ip}", port: 80, weight: 1 }],
        },
      },
    },
    region: "outside",
    replica: "outside",
  },
  {
    name: "machines of a list that a balancer hands on to",
    resource: {
      ionoscloud_target_group: {
        t: { name: "t", algorithm: "RANDOM", protocol: "HTTP", targets: [{ ip: "10.0.0.7", port: 80, weight: 1 }] },
      },
    },
    region: "not-applicable",
    replica: "inside",
  },
  {
    name: "flow logs to a bucket in Lenexa",
    resource: {
      ...dc("de/fra"),
      ...bucket({ region: "us-central-1" }),
      ionoscloud_nic: {
        n: {
          datacenter_id: D,
          server_id: "s",
          lan: 1,
          flowlog: [{ name: "f", action: "ALL", direction: "INGRESS", bucket: "${ionoscloud_s3_bucket.b.name}" }],
        },
      },
    },
    replica: "outside",
  },
  {
    name: "flow logs to a bucket of which the name alone is known",
    resource: {
      ...dc("de/fra"),
      ionoscloud_nic: {
        n: { datacenter_id: D, server_id: "s", lan: 1, flowlog: [{ name: "f", action: "ALL", direction: "INGRESS", bucket: "somewhere" }] },
      },
    },
    replica: "undecided",
  },
  { name: "a joint of two networks", resource: { ionoscloud_private_crossconnect: { c: { name: "c" } } }, region: "not-applicable" },
  { name: "a tunnel to a public address", resource: tunnel("91.98.0.1"), region: "inside", replica: "undecided" },
  {
    name: "a tunnel to an address that the policy approves",
    resource: tunnel("vpn.example.org"),
    policy: { endpoints: ["vpn.example.org"] },
    region: "inside",
    replica: "inside",
  },
  {
    name: "a gateway without a location, on a network in Logroño",
    resource: { ...dc("es/vit"), ...lan, ionoscloud_vpn_ipsec_gateway: { g: { name: "g", gateway_ip: "203.0.113.1", connections } } },
    region: "inside",
  },
  { name: "a database whose backups go to the nearest of three regions of the Union", resource: pg(), region: "inside", replica: "inside" },
  {
    name: "that database, where Spain is not approved",
    resource: pg(),
    policy: { countries: ["DE"] },
    region: "inside",
    replica: "outside",
  },
  {
    name: "backups in Frankfurt, where Spain is not approved",
    resource: pg({ backup_location: "de" }),
    policy: { countries: ["DE"] },
    replica: "inside",
  },
  { name: "backups in Lenexa", resource: pg({ backup_location: "us-central-1" }), region: "inside", replica: "outside" },
  { name: "backups wherever Zurich is at another operator", resource: pg({ backup_location: "eu-central-2" }), replica: "inside" },
  { name: "a database in Las Vegas", resource: pg({ location: "us/las" }), region: "outside" },
  { name: "a database on disks of which encryption is claimed", resource: pg(), encryption: "inside" },
  { name: "a database on disks of which it is not", resource: pg({ storage_type: "HDD" }), encryption: "outside" },
  {
    name: "the second generation, with its backups in Lenexa",
    resource: {
      ionoscloud_pg_cluster_v2: {
        p: { name: "p", location: "de/txl", version: "17", backup: { location: "us-central-1", retention_days: 7 } },
      },
    },
    region: "inside",
    replica: "outside",
  },
  {
    name: "a cache whose copies go to Berlin",
    resource: {
      ionoscloud_inmemorydb_cluster_v2: {
        c: {
          name: "c",
          location: "de/txl",
          version: "9.0",
          snapshot: { location: "eu-central-3", retention_days: 7, snapshot_hours: [0] },
        },
      },
    },
    region: "inside",
    replica: "inside",
  },
  {
    name: "a database without a location, on a network in Berlin",
    resource: { ...dc("de/txl"), ...lan, ...mariadb() },
    region: "inside",
    replica: "inside",
  },
  { name: "a database without a location, on a network in London", resource: { ...dc("gb/lhr"), ...lan, ...mariadb() }, region: "outside" },
  {
    name: "a database without a location, on a network made elsewhere",
    resource: mariadb({ connections: [{ datacenter_id: "0b5f", lan_id: "1", cidr: "10.0.0.1/24" }] }),
    region: "undecided",
  },
  {
    name: "a database that leaves its backups to the operator",
    resource: mariadb({ location: "de/fra", backup: null, connections: null }),
    region: "inside",
    replica: "undecided",
  },
  { name: "documents whose backups go to the nearest", resource: mongo(), region: "inside", replica: "inside" },
  { name: "documents whose backups go to Lenexa", resource: mongo({ backup: [{ location: "us-central-1" }] }), replica: "outside" },
  { name: "a bucket in Berlin", resource: bucket({ region: "eu-central-3" }), region: "inside" },
  { name: "a bucket in Lenexa", resource: bucket({ region: "us-central-1" }), region: "outside" },
  { name: "a bucket wherever the provider has its default", resource: bucket(), region: "inside" },
  {
    name: "a bucket that is encrypted by a resource of its own",
    resource: {
      ...bucket(),
      ionoscloud_s3_bucket_server_side_encryption_configuration: {
        e: {
          bucket: "${ionoscloud_s3_bucket.b.name}",
          rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
        },
      },
    },
    region: "inside",
    encryption: "inside",
  },
  { name: "a bucket of which nothing shows that it is encrypted", resource: bucket(), encryption: "not-applicable" },
  { name: "a bucket under a block in Lenexa", provider: { s3_region: "us-central-1" }, resource: bucket(), region: "outside" },
  {
    name: "a bucket of a user in Logroño",
    resource: { ionoscloud_user_object_storage_bucket: { b: { name: "b", region: "eu-south-2" } } },
    region: "inside",
  },
  {
    name: "a copy of an object into a bucket in Lenexa",
    resource: {
      ...bucket({ region: "us-central-1" }),
      ionoscloud_s3_object_copy: { c: { bucket: "${ionoscloud_s3_bucket.b.name}", key: "k", source: "here/k" } },
    },
    region: "outside",
  },
  {
    name: "a copy of an object into a bucket of which the name alone is known",
    resource: { ionoscloud_s3_object_copy: { c: { bucket: "there", key: "k", source: "here/k" } } },
    region: "undecided",
  },
  {
    name: "nodes in Frankfurt under a control plane in Frankfurt",
    resource: { ...dc("de/fra"), ...cluster({ location: "de/fra" }), ...pool },
    region: "inside",
  },
  {
    name: "nodes in Frankfurt under a control plane of which nobody says where it is",
    resource: { ...dc("de/fra"), ...cluster(), ...pool },
    region: "undecided",
  },
  {
    name: "nodes in Newark under a control plane in Frankfurt",
    resource: { ...dc("us/ewr"), ...cluster({ location: "de/fra" }), ...pool },
    region: "outside",
  },
  {
    name: "an audit log to a bucket in Lenexa",
    resource: {
      ...bucket({ region: "us-central-1" }),
      ...cluster({ location: "de/fra", s3_buckets: [{ name: "${ionoscloud_s3_bucket.b.name}" }] }),
    },
    replica: "outside",
  },
  { name: "a control plane for everybody", resource: cluster({ location: "de/fra" }), ingress: "outside" },
  {
    name: "a control plane for one office",
    resource: cluster({ location: "de/fra", api_subnet_allow_list: ["203.0.113.7/32"] }),
    ingress: "inside",
  },
  {
    name: "a registry in Frankfurt",
    resource: { ionoscloud_container_registry: { r: { name: "r", location: "de/fra" } } },
    region: "inside",
  },
  {
    name: "copies from wherever IONOS chooses",
    resource: {
      ionoscloud_cdn_distribution: {
        c: {
          domain: "example.org",
          routing_rules: [{ scheme: "https", prefix: "/", upstream: [{ host: "a.example.org", caching: true }] }],
        },
      },
    },
    region: "not-applicable",
    replica: "undecided",
  },
  {
    name: "a certificate, which is kept in Frankfurt",
    resource: { ionoscloud_certificate: { c: { name: "c", certificate: "x", private_key: "y" } } },
    region: "inside",
  },
  {
    name: "that certificate, where Berlin alone is approved",
    resource: { ionoscloud_certificate: { c: { name: "c", certificate: "x", private_key: "y" } } },
    policy: { places: ["ionoscloud:de/txl"] },
    region: "outside",
  },
  { name: "a name in public DNS", resource: { ionoscloud_dns_zone: { z: { name: "example.org" } } }, region: "not-applicable" },
  { name: "logs in Logroño", resource: pipeline({ location: "es/vit" }), region: "inside" },
  { name: "logs in London", resource: pipeline({ location: "gb/lhr" }), region: "outside" },
  { name: "logs of which nothing says where: the default holds", resource: pipeline(), region: "inside" },
  { name: "logs where the default is, because no run sets the variable", resource: pipeline(), policy: unset, region: "inside" },
  {
    name: "logs where the variable says, which is Las Vegas",
    resource: pipeline(),
    policy: { environment: { IONOS_API_URL_LOGGING: "https://logging.us-las.ionos.com" } },
    region: "outside",
  },
  {
    name: "logs where the variable says, which nobody knows",
    resource: pipeline(),
    policy: { environment: { IONOS_API_URL_LOGGING: "https://logging.example.com" } },
    region: "undecided",
  },
  {
    name: "messages in Frankfurt",
    resource: { ionoscloud_kafka_cluster: { k: { name: "k", location: "de/fra", size: "S", version: "3.7.0" } } },
    region: "inside",
  },
  { name: "files in Lenexa", resource: { ionoscloud_nfs_cluster: { n: { name: "n", location: "us/mci", size: 2 } } }, region: "outside" },
  { name: "a rule for everybody", resource: rule({}), ingress: "outside" },
  { name: "a rule for one address", resource: rule({ source_ip: "203.0.113.7" }), ingress: "inside" },
  { name: "a rule of what goes out", resource: rule({ type: "EGRESS" }), ingress: "inside" },
  {
    name: "a network that the internet reaches",
    resource: { ...dc("de/fra"), ionoscloud_lan: { l: { datacenter_id: D, public: true } } },
    address: "outside",
  },
  {
    name: "a network of which nothing says so",
    resource: { ...dc("de/fra"), ionoscloud_lan: { l: { datacenter_id: D } } },
    address: "inside",
  },
  {
    name: "a network card without its firewall",
    resource: { ...dc("de/fra"), ionoscloud_nic: { n: { datacenter_id: D, server_id: "s", lan: 1 } } },
    address: "outside",
  },
  {
    name: "a network card behind its firewall",
    resource: { ...dc("de/fra"), ionoscloud_nic: { n: { datacenter_id: D, server_id: "s", lan: 1, firewall_active: true } } },
    address: "inside",
  },
  {
    name: "a bucket that a policy opens",
    resource: {
      ...bucket(),
      ionoscloud_s3_bucket_policy: {
        p: {
          bucket: "${ionoscloud_s3_bucket.b.name}",
          policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject"],"Resource":["*"]}]}',
        },
      },
    },
    ingress: "outside",
  },
  { name: "the address of the API, written", provider: { endpoint: "https://api.ionos.com" }, resource: dc("de/fra"), endpoint: "inside" },
  { name: "the address of the API, not written: the default holds", provider: { token: "t" }, resource: dc("de/fra"), endpoint: "inside" },
  {
    name: "the address of the API, which no run changes",
    provider: { token: "t" },
    resource: dc("de/fra"),
    policy: { environment: { IONOS_API_URL: "" } },
    endpoint: "inside",
  },
  {
    name: "the address of a service in Las Vegas",
    provider: { endpoint: "https://vpn.us-las.ionos.com" },
    resource: dc("de/fra"),
    endpoint: "outside",
  },
  {
    name: "an address that nobody knows",
    provider: { endpoint: "https://api.ionos.com.example.org" },
    resource: dc("de/fra"),
    endpoint: "undecided",
  },
  ...(
    [
      ["de/txl", "eu-central-3", "inside", "inside"],
      ["de/fra/1", "us-central-1", "inside", "outside"],
      ["us/las", "eu-central-3", "outside", "inside"],
    ] as const
  ).map(([location, kept, region, replica]) => ({
    name: `a MariaDB of the second generation in ${location}, with its backups in ${kept}`,
    resource: {
      ionoscloud_mariadb_cluster_v2: { m: { name: "m", location, version: "11.4", backup: { location: kept, retention_days: 7 } } },
    },
    region,
    replica,
  })),
  {
    name: "the signatures of a zone of names",
    resource: { ionoscloud_dns_zone_dnssec: { s: { zone_id: "z", validity: 90 } } },
    region: "not-applicable",
  },
];
