import type { Json } from "../../../guard/index.ts";
import type { Case } from "./case.ts";

type Attributes = { readonly [name: string]: Json };

const iam = (region: string) => `https://iam.${region}.otc.t-systems.com/v3`;
const swiss = "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3";
const inside = { auth_url: iam("eu-de"), tenant_name: "eu-de_shop" };
const germany = { countries: ["DE"] } as const;
const vpc = (more: Attributes = {}) => ({ opentelekomcloud_vpc_v1: { v: { name: "v", cidr: "10.0.0.0/16", ...more } } });
const bucket = (more: Attributes = {}) => ({ opentelekomcloud_obs_bucket: { b: { bucket: "shop", acl: "private", ...more } } });
const logs = (more: Attributes = {}) => ({ ...bucket({ acl: "log-delivery-write", ...more }) });
const rds = (more: Attributes = {}) => ({
  opentelekomcloud_rds_instance_v3: {
    r: {
      name: "r",
      availability_zone: ["eu-de-01"],
      flavor: "rds.pg.c2.medium",
      security_group_id: "s",
      subnet_id: "s",
      vpc_id: "v",
      db: [{ password: "p", type: "PostgreSQL", version: "16" }],
      ...more,
    },
  },
});
const volume = (more: Attributes = {}) => ({
  opentelekomcloud_evs_volume_v3: { d: { volume_type: "SSD", availability_zone: "eu-de-01", size: 10, ...more } },
});
const drs = (destination: Attributes, source: Attributes = {}) => ({
  opentelekomcloud_drs_task_v3: {
    t: {
      name: "t",
      type: "sync",
      engine_type: "mysql",
      direction: "down",
      source_db: [{ engine_type: "mysql", ip: "10.0.0.4", user: "u", password: "p", port: 3306, ...source }],
      destination_db: [{ engine_type: "mysql", ip: "10.0.0.5", user: "u", password: "p", port: 3306, ...destination }],
    },
  },
});
const subscribed = (protocol: string, endpoint: string) => ({
  opentelekomcloud_smn_topic_v2: { t: { name: "t" } },
  opentelekomcloud_smn_subscription_v2: { s: { topic_urn: "${opentelekomcloud_smn_topic_v2.t.id}", protocol, endpoint } },
});

const PLACES: readonly Case[] = [
  { name: "a network where the block says", provider: { ...inside, region: "eu-nl" }, resource: vpc(), region: "inside" },
  { name: "a network in Switzerland by a block", provider: { auth_url: swiss, region: "eu-ch2" }, resource: vpc(), region: "outside" },
  { name: "a network in Switzerland by itself", provider: inside, resource: vpc({ region: "eu-ch2" }), region: "outside" },
  { name: "a network in a region of Amazon's", provider: inside, resource: vpc({ region: "eu-central-1" }), region: "outside" },
  { name: "a network in a region of OVHcloud's", provider: inside, resource: vpc({ region: "GRA11" }), region: "outside" },
  { name: "a network where the project's name says", provider: inside, resource: vpc(), policy: germany, region: "inside" },
  {
    name: "a network of the region's first project, which has its name",
    provider: { auth_url: iam("eu-de"), tenant_name: "eu-de" },
    resource: vpc(),
    policy: germany,
    region: "inside",
  },
  {
    name: "a project of Amsterdam at the address of Germany",
    provider: { auth_url: iam("eu-de"), tenant_name: "eu-nl_shop" },
    resource: vpc(),
    policy: germany,
    region: "outside",
  },
  {
    name: "a delegated project of Amsterdam",
    provider: { auth_url: iam("eu-de"), delegated_project: "eu-nl_shop" },
    resource: vpc(),
    policy: germany,
    region: "outside",
  },
  {
    name: "a project whose name says nothing",
    provider: { auth_url: iam("eu-de"), tenant_name: "shop" },
    resource: vpc(),
    region: "outside",
  },
  {
    name: "a project that nobody knows, where every region that the address reaches is approved",
    provider: { auth_url: iam("eu-de"), tenant_id: "5b2c" },
    resource: vpc(),
    region: "inside",
  },
  {
    name: "a project that nobody knows, where one of them is not",
    provider: { auth_url: iam("eu-de"), tenant_id: "5b2c" },
    resource: vpc(),
    policy: germany,
    region: "undecided",
  },
  {
    name: "a project in a variable, as the provider's documentation has it",
    provider: { auth_url: iam("eu-de"), tenant_name: "${var.project}" },
    resource: vpc(),
    region: "inside",
  },
  { name: "a project of the environment", provider: { auth_url: iam("eu-nl") }, resource: vpc(), policy: germany, region: "undecided" },
  {
    name: "a project of an environment that is known",
    provider: { auth_url: iam("eu-de") },
    resource: vpc(),
    policy: { ...germany, environment: { OS_PROJECT_NAME: "eu-de_shop" } },
    region: "inside",
  },
  {
    name: "a region of an environment that is known, which comes before the project",
    provider: { auth_url: iam("eu-de"), tenant_name: "eu-de_shop" },
    resource: vpc(),
    policy: { ...germany, environment: { OS_REGION_NAME: "eu-nl" } },
    region: "outside",
  },
  { name: "an address that nobody wrote", provider: {}, resource: vpc(), region: "undecided" },
  { name: "a file that says which cloud", provider: { cloud: "otc" }, resource: vpc(), region: "undecided" },
  {
    name: "a file beside an address, which it cannot move",
    provider: { auth_url: iam("eu-de"), cloud: "otc" },
    resource: vpc(),
    region: "inside",
  },
  { name: "a Swiss address alone", provider: { auth_url: swiss }, resource: vpc(), region: "undecided" },
  {
    name: "a disk in a zone of its region",
    provider: inside,
    resource: { opentelekomcloud_evs_volume_v3: { d: { volume_type: "SSD", availability_zone: "eu-de-03", size: 10 } } },
    policy: germany,
    region: "inside",
  },
  {
    name: "a node of a cluster in whichever zone of its region",
    provider: inside,
    resource: {
      opentelekomcloud_cce_node_pool_v3: {
        p: {
          cluster_id: "c",
          name: "p",
          os: "HCE OS 2.0",
          flavor: "s3.large.2",
          initial_node_count: 2,
          availability_zone: "random",
          key_pair: "k",
          root_volume: [{ size: 40, volumetype: "SSD" }],
          data_volumes: [{ size: 100, volumetype: "SSD" }],
        },
      },
    },
    policy: germany,
    region: "inside",
  },
  {
    name: "a disk in a zone of Amsterdam under a block of Germany",
    provider: inside,
    resource: { opentelekomcloud_evs_volume_v3: { d: { volume_type: "SSD", availability_zone: "eu-nl-01", size: 10 } } },
    policy: germany,
    region: "outside",
  },
  {
    name: "a disk in a Swiss zone",
    provider: inside,
    resource: { opentelekomcloud_evs_volume_v3: { d: { volume_type: "SSD", availability_zone: "eu-ch2a", size: 10 } } },
    region: "outside",
  },
  ...(
    [
      ["eu-de-01,eu-de-02", "inside"],
      ["eu-de-01,eu-ch2a", "outside"],
      ["eu-de-01; eu-zz-01", "outside"],
    ] as const
  ).map(([zones, region]) => ({
    name: `a database with its zones in one text, ${zones}`,
    provider: { auth_url: "https://iam.eu-de.otc.t-systems.com/v3", region: "eu-de" },
    resource: { opentelekomcloud_rds_instance_v1: { d: { name: "d", availabilityzone: zones, vpc: "v" } } },
    region,
  })),
  {
    name: "a second machine kept ready in a zone elsewhere",
    provider: inside,
    resource: {
      opentelekomcloud_sdrs_protectiongroup_v1: {
        g: { name: "g", domain_id: "d", source_vpc_id: "v", source_availability_zone: "eu-de-01", target_availability_zone: "eu-ch2b" },
      },
    },
    region: "outside",
  },
  {
    name: "a key that is said to be in Switzerland",
    provider: inside,
    resource: { opentelekomcloud_kms_key_v1: { k: { key_alias: "k", realm: "eu-ch2" } } },
    region: "outside",
  },
  {
    name: "a project made in Amsterdam",
    provider: inside,
    resource: { opentelekomcloud_identity_project_v3: { p: { name: "eu-nl_shop" } } },
    policy: germany,
    region: "outside",
  },
  {
    name: "a user of the account",
    provider: inside,
    resource: { opentelekomcloud_identity_user_v3: { u: { name: "u" } } },
    region: "not-applicable",
  },
  {
    name: "a stack whose template is not seen",
    provider: inside,
    resource: { opentelekomcloud_rts_stack_v1: { s: { name: "s", template_body: "{}" } } },
    region: "undecided",
    opaque: "undecided",
  },
  {
    name: "a function, whose code runs where it is",
    provider: inside,
    resource: {
      opentelekomcloud_fgs_function_v2: { f: { name: "f", memory_size: 128, runtime: "Node.js16.17", timeout: 3, func_code: "x" } },
    },
    region: "inside",
    opaque: "not-applicable",
  },
  {
    name: "a topic of a project in Amsterdam",
    provider: inside,
    resource: { opentelekomcloud_smn_topic_v2: { t: { name: "t", project_name: "eu-nl_shop" } } },
    policy: germany,
    region: "outside",
  },
  {
    name: "a topic of the block's own project",
    provider: inside,
    resource: { opentelekomcloud_smn_topic_v2: { t: { name: "t" } } },
    policy: germany,
    region: "inside",
  },
];

const WAYS_OUT: readonly Case[] = [
  {
    name: "backups copied to Amsterdam",
    provider: inside,
    resource: {
      opentelekomcloud_cbr_policy_v3: {
        p: { name: "p", operation_type: "replication", trigger_pattern: ["x"], destination_region: "eu-nl" },
      },
    },
    replica: "inside",
  },
  {
    name: "backups copied to Switzerland",
    provider: inside,
    resource: {
      opentelekomcloud_cbr_policy_v3: {
        p: { name: "p", operation_type: "replication", trigger_pattern: ["x"], destination_region: "eu-ch2" },
      },
    },
    replica: "outside",
  },
  {
    name: "a bucket copied to another beside it",
    provider: inside,
    resource: {
      opentelekomcloud_obs_bucket: { a: { bucket: "a" }, b: { bucket: "b", region: "eu-nl" } },
      opentelekomcloud_obs_bucket_replication: {
        r: { bucket: "${opentelekomcloud_obs_bucket.a.id}", destination_bucket: "${opentelekomcloud_obs_bucket.b.id}", agency: "a" },
      },
    },
    replica: "inside",
  },
  {
    name: "a bucket copied to one in Switzerland",
    provider: inside,
    resource: {
      opentelekomcloud_obs_bucket: { a: { bucket: "a" }, b: { bucket: "b", region: "eu-ch2" } },
      opentelekomcloud_obs_bucket_replication: {
        r: { bucket: "${opentelekomcloud_obs_bucket.a.id}", destination_bucket: "${opentelekomcloud_obs_bucket.b.id}", agency: "a" },
      },
    },
    replica: "outside",
  },
  {
    name: "a bucket copied to a name",
    provider: inside,
    resource: { opentelekomcloud_obs_bucket_replication: { r: { bucket: "a", destination_bucket: "somewhere", agency: "a" } } },
    replica: "undecided",
  },
  {
    name: "lists of objects to a name",
    provider: inside,
    resource: {
      opentelekomcloud_obs_bucket_inventory: {
        i: {
          bucket: "a",
          configuration_id: "c",
          frequency: "Daily",
          is_enabled: true,
          included_object_versions: "All",
          destination: [{ bucket: "x", format: "CSV" }],
        },
      },
    },
    replica: "undecided",
  },
  {
    name: "an audit trail to a bucket beside it",
    provider: inside,
    resource: { ...logs(), opentelekomcloud_cts_tracker_v1: { t: { bucket_name: "${opentelekomcloud_obs_bucket.b.bucket}" } } },
    replica: "inside",
  },
  {
    name: "an audit trail to a Swiss bucket",
    provider: inside,
    resource: {
      ...logs({ region: "eu-ch2" }),
      opentelekomcloud_cts_tracker_v3: { t: { status: "enabled", bucket_name: "${opentelekomcloud_obs_bucket.b.bucket}" } },
    },
    replica: "outside",
  },
  {
    name: "logs transferred to a name",
    provider: inside,
    resource: {
      opentelekomcloud_logtank_transfer_v2: {
        t: { log_group_id: "g", log_stream_ids: ["s"], obs_bucket_name: "x", period: 3, period_unit: "hour", storage_format: "RAW" },
      },
    },
    replica: "undecided",
  },
  {
    name: "access logs to a bucket beside it, as the documentation has it",
    provider: inside,
    resource: {
      opentelekomcloud_obs_bucket: {
        l: { bucket: "l", acl: "log-delivery-write" },
        b: { bucket: "b", logging: [{ target_bucket: "${opentelekomcloud_obs_bucket.l.id}" }] },
      },
    },
    replica: "inside",
  },
  {
    name: "a private zone answered in Switzerland",
    provider: inside,
    resource: {
      opentelekomcloud_dns_zone_v2: { z: { name: "shop.", type: "private", router: [{ router_id: "r", router_region: "eu-ch2" }] } },
    },
    region: "inside",
    replica: "outside",
  },
  {
    name: "a private zone answered at home",
    provider: inside,
    resource: {
      opentelekomcloud_dns_zone_v2: { z: { name: "shop.", type: "private", router: [{ router_id: "r", router_region: "eu-de" }] } },
    },
    replica: "inside",
  },
  { name: "a database copied to Switzerland", provider: inside, resource: drs({ region: "eu-ch2" }), replica: "outside" },
  {
    name: "a database that a second writer in Switzerland shares",
    provider: inside,
    resource: drs({}, { region: "eu-ch2" }),
    replica: "outside",
  },
  { name: "a database copied to a public address", provider: inside, resource: drs({ ip: "91.98.0.1" }), replica: "undecided" },
  { name: "a database copied within the network", provider: inside, resource: drs({ region: "eu-nl" }), replica: "inside" },
  {
    name: "a database copied to the address of something beside it",
    provider: inside,
    resource: {
      opentelekomcloud_networking_floatingip_v2: { f: {} },
      ...drs({ ip: "${opentelekomcloud_networking_floatingip_v2.f.address}" }),
    },
    replica: "inside",
  },
  { name: "alarms to a mail address", provider: inside, resource: subscribed("email", "ops@example.org"), replica: "inside" },
  { name: "alarms to a telephone", provider: inside, resource: subscribed("sms", "+4915112345678"), replica: "inside" },
  {
    name: "alarms to a program that nobody knows",
    provider: inside,
    resource: subscribed("https", "https://hooks.example.org/x"),
    replica: "undecided",
  },
  {
    name: "alarms to a program at Amazon's",
    provider: inside,
    resource: subscribed("https", "https://sns.us-east-1.amazonaws.com/x"),
    replica: "outside",
  },
  {
    name: "alarms to an address by a protocol that is not known",
    provider: inside,
    resource: subscribed("${var.protocol}", "https://hooks.example.org/x"),
    replica: "undecided",
  },
  {
    name: "a tunnel to a public address",
    provider: inside,
    resource: {
      opentelekomcloud_vpnaas_site_connection_v2: {
        c: { ikepolicy_id: "i", ipsecpolicy_id: "p", vpnservice_id: "s", peer_id: "x", psk: "x", peer_address: "91.98.0.1" },
      },
    },
    replica: "undecided",
  },
  {
    name: "a member that is a machine beside it",
    provider: inside,
    resource: {
      opentelekomcloud_compute_instance_v2: { i: { name: "i" } },
      opentelekomcloud_lb_member_v2: {
        m: { pool_id: "p", protocol_port: 80, address: "${opentelekomcloud_compute_instance_v2.i.access_ip_v4}" },
      },
    },
    replica: "inside",
  },
  {
    name: "a member that is a machine in Switzerland",
    provider: inside,
    resource: {
      opentelekomcloud_compute_instance_v2: { i: { name: "i", region: "eu-ch2" } },
      opentelekomcloud_lb_member_v2: {
        m: { pool_id: "p", protocol_port: 80, address: "${opentelekomcloud_compute_instance_v2.i.access_ip_v4}" },
      },
    },
    replica: "outside",
  },
  {
    name: "a member whose address is the content of an object",
    provider: inside,
    resource: {
      opentelekomcloud_lb_member_v3: {
        m: { pool_id: "p", protocol_port: 80, address: "${data.opentelekomcloud_obs_bucket_object.o.body}" },
      },
    },
    data: { opentelekomcloud_obs_bucket_object: { o: { bucket: "b", key: "k" } } },
    replica: "undecided",
  },
  {
    name: "requests handed on to a host elsewhere",
    provider: inside,
    resource: {
      opentelekomcloud_apigw_api_v2: {
        a: {
          gateway_id: "g",
          group_id: "g",
          name: "a",
          request_method: "GET",
          request_protocol: "HTTPS",
          request_uri: "/",
          type: "Public",
          http: [{ request_method: "GET", request_uri: "/", url_domain: "api.example.org" }],
        },
      },
    },
    replica: "undecided",
  },
  {
    name: "a site protected for an origin at a public address",
    provider: inside,
    resource: {
      opentelekomcloud_waf_domain_v1: {
        d: { hostname: "shop.example.org", proxy: false, server: [{ address: "91.98.0.1", port: 443, server_protocol: "HTTPS" }] },
      },
    },
    replica: "undecided",
  },
  {
    name: "users vouched for by Microsoft",
    provider: inside,
    resource: {
      opentelekomcloud_identity_provider: {
        p: {
          name: "p",
          protocol: "oidc",
          access_config: [
            { access_type: "program_console", provider_url: "https://login.microsoftonline.com/x/v2.0", client_id: "c", signing_key: "{}" },
          ],
        },
      },
    },
    replica: "outside",
  },
  {
    name: "what could not be done, to a bucket by its name",
    provider: inside,
    resource: {
      opentelekomcloud_fgs_async_invoke_config_v2: {
        c: {
          function_urn: "u",
          max_async_event_age_in_seconds: 60,
          max_async_retry_attempts: 1,
          on_failure: [{ destination: "OBS", param: '{"bucket":"somewhere"}' }],
        },
      },
    },
    replica: "undecided",
  },
];

const PROTECTIONS: readonly Case[] = [
  { name: "a bucket without encryption", provider: inside, resource: bucket(), encryption: "outside", address: "inside" },
  {
    name: "a bucket under a key",
    provider: inside,
    resource: bucket({ server_side_encryption: [{ algorithm: "kms", kms_key_id: "k" }] }),
    encryption: "inside",
  },
  { name: "a bucket that everybody may read", provider: inside, resource: bucket({ acl: "public-read" }), address: "outside" },
  {
    name: "a bucket's policy for everybody, in the words of the service",
    provider: inside,
    resource: {
      opentelekomcloud_obs_bucket_policy: {
        p: { bucket: "b", policy: '{"Statement":[{"Effect":"Allow","Principal":{"ID":["*"]},"Action":["GetObject"],"Resource":["b/*"]}]}' },
      },
    },
    ingress: "outside",
  },
  { name: "a volume without a key", provider: inside, resource: volume(), encryption: "outside" },
  { name: "a volume under a key", provider: inside, resource: volume({ kms_id: "5b2c" }), encryption: "inside" },
  {
    name: "a volume under a key made beside it",
    provider: inside,
    resource: { opentelekomcloud_kms_key_v1: { k: { key_alias: "k" } }, ...volume({ kms_id: "${opentelekomcloud_kms_key_v1.k.id}" }) },
    encryption: "inside",
  },
  {
    name: "a volume under whatever key a variable names",
    provider: inside,
    resource: volume({ kms_id: "${var.key}" }),
    encryption: "undecided",
  },
  { name: "a database without a key", provider: inside, resource: rds({ volume: [{ type: "SSD", size: 100 }] }), encryption: "outside" },
  {
    name: "a database under a key",
    provider: inside,
    resource: rds({ volume: [{ type: "SSD", size: 100, disk_encryption_id: "5b2c" }] }),
    encryption: "inside",
  },
  { name: "a database in its network", provider: inside, resource: rds(), address: "inside" },
  { name: "a database with a public address", provider: inside, resource: rds({ public_ips: ["${var.eip}"] }), address: "undecided" },
  { name: "a database with an address in a literal", provider: inside, resource: rds({ public_ips: ["80.158.0.1"] }), address: "outside" },
  {
    name: "a cluster whose API has a public address",
    provider: inside,
    resource: {
      opentelekomcloud_cce_cluster_v3: {
        c: {
          name: "c",
          cluster_type: "VirtualMachine",
          flavor_id: "f",
          vpc_id: "v",
          subnet_id: "s",
          container_network_type: "overlay_l2",
          eip: "80.158.0.1",
        },
      },
    },
    address: "outside",
  },
  {
    name: "a rule that lets everybody in",
    provider: inside,
    resource: {
      opentelekomcloud_networking_secgroup_rule_v2: {
        r: {
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 22,
          port_range_max: 22,
          remote_ip_prefix: "0.0.0.0/0",
          security_group_id: "g",
        },
      },
    },
    ingress: "outside",
  },
  {
    name: "a rule that names nobody, and so lets everybody in",
    provider: inside,
    resource: { opentelekomcloud_networking_secgroup_rule_v2: { r: { direction: "ingress", ethertype: "IPv4", security_group_id: "g" } } },
    ingress: "outside",
  },
  {
    name: "a rule for the machines of a group",
    provider: inside,
    resource: {
      opentelekomcloud_networking_secgroup_rule_v2: {
        r: { direction: "ingress", ethertype: "IPv4", security_group_id: "g", remote_group_id: "g" },
      },
    },
    ingress: "inside",
  },
  {
    name: "a rule for what goes out",
    provider: inside,
    resource: {
      opentelekomcloud_networking_secgroup_rule_v2: {
        r: { direction: "egress", ethertype: "IPv4", security_group_id: "g", remote_ip_prefix: "0.0.0.0/0" },
      },
    },
    ingress: "inside",
  },
  {
    name: "a group of the older kind that lets everybody in",
    provider: inside,
    resource: {
      opentelekomcloud_compute_secgroup_v2: {
        g: { name: "g", description: "g", rule: [{ from_port: 22, to_port: 22, ip_protocol: "tcp", cidr: "0.0.0.0/0" }] },
      },
    },
    ingress: "outside",
  },
  {
    name: "an address that is tied to a machine",
    provider: inside,
    resource: { opentelekomcloud_networking_floatingip_associate_v2: { a: { floating_ip: "80.158.0.1", port_id: "p" } } },
    address: "outside",
  },
  {
    name: "an address that nothing has yet",
    provider: inside,
    resource: {
      opentelekomcloud_vpc_eip_v1: { e: { publicip: [{ type: "5_bgp" }], bandwidth: [{ name: "b", share_type: "PER", size: 5 }] } },
    },
    address: "inside",
  },
  {
    name: "a balancer with a public address",
    provider: inside,
    resource: {
      opentelekomcloud_lb_loadbalancer_v3: {
        l: { availability_zones: ["eu-de-01"], network_ids: ["n"], public_ip: [{ ip_type: "5_bgp" }] },
      },
    },
    address: "outside",
  },
  {
    name: "a balancer within the network",
    provider: inside,
    resource: { opentelekomcloud_lb_loadbalancer_v3: { l: { availability_zones: ["eu-de-01"], network_ids: ["n"] } } },
    address: "inside",
  },
  {
    name: "a repository of images for everybody",
    provider: inside,
    resource: { opentelekomcloud_swr_repository_v2: { r: { name: "r", organization: "o", is_public: true } } },
    address: "outside",
  },
];

const server = (more: Attributes = {}) => ({
  opentelekomcloud_ecs_instance_v1: {
    e: { name: "e", availability_zone: "eu-de-01", flavor: "s3.large.2", image_id: "i", vpc_id: "v", nics: [{ network_id: "n" }], ...more },
  },
});
const node = (more: Attributes) => ({
  opentelekomcloud_cce_node_v3: {
    n: { cluster_id: "c", flavor_id: "s3.large.2", availability_zone: "eu-de-01", key_pair: "k", ...more },
  },
});
const balancer = (more: Attributes = {}) => ({
  opentelekomcloud_lb_loadbalancer_v3: { l: { availability_zones: ["eu-de-01"], network_ids: ["n"], ...more } },
});
const cluster = (more: Attributes = {}) => ({
  opentelekomcloud_cce_cluster_v3: {
    c: {
      name: "c",
      cluster_type: "VirtualMachine",
      flavor_id: "f",
      vpc_id: "v",
      subnet_id: "s",
      container_network_type: "overlay_l2",
      ...more,
    },
  },
});
const listener = (more: Attributes) => ({
  opentelekomcloud_lb_listener_v3: { l: { loadbalancer_id: "l", protocol: "HTTPS", protocol_port: 443, ...more } },
});

/** What is asked for on request, and encryption of more than one disk. */
const PROMISES: readonly Case[] = [
  {
    name: "a machine of which one disk has a key and another has none",
    provider: inside,
    resource: server({
      system_disk_kms_id: "k",
      data_disks: [
        { size: 10, type: "SSD", kms_id: "k" },
        { size: 10, type: "SSD" },
      ],
    }),
    encryption: "outside",
  },
  {
    name: "a machine whose further disks alone have keys",
    provider: inside,
    resource: server({ data_disks: [{ size: 10, type: "SSD", kms_id: "k" }] }),
    encryption: "outside",
  },
  {
    name: "a machine without further disks, under a key",
    provider: inside,
    resource: server({ system_disk_kms_id: "k" }),
    encryption: "inside",
  },
  {
    name: "a node whose root disk alone is under a key",
    provider: inside,
    resource: node({
      root_volume: [{ size: 40, volumetype: "SSD", kms_id: "k" }],
      data_volumes: [{ size: 100, volumetype: "SSD" }],
    }),
    encryption: "outside",
  },
  {
    name: "a node with a bandwidth of its own, as the documentation has it",
    provider: inside,
    resource: node({
      bandwidth_size: 100,
      root_volume: [{ size: 40, volumetype: "SATA" }],
      data_volumes: [{ size: 100, volumetype: "SATA" }],
    }),
    address: "outside",
  },
  {
    name: "a key that is never replaced",
    provider: inside,
    resource: { opentelekomcloud_kms_key_v1: { k: { key_alias: "k" } } },
    promises: { "encryption/key-rotation": "outside", "encryption/key-recovery": "inside" },
  },
  {
    name: "a key that is replaced",
    provider: inside,
    resource: { opentelekomcloud_kms_key_v1: { k: { key_alias: "k", rotation_enabled: true } } },
    promises: { "encryption/key-rotation": "inside" },
  },
  {
    name: "a database without backups",
    provider: inside,
    resource: rds(),
    promises: { "resilience/backup": "outside", "resilience/backup-retention": "outside", "resilience/zones": "outside" },
  },
  {
    name: "a database whose backups are kept for no day",
    provider: inside,
    resource: rds({ backup_strategy: [{ start_time: "08:00-09:00", keep_days: 0 }] }),
    promises: { "resilience/backup": "outside" },
  },
  {
    name: "a database in two zones, with backups for a month",
    provider: inside,
    resource: rds({
      availability_zone: ["eu-de-01", "eu-de-02"],
      ha_replication_mode: "sync",
      backup_strategy: [{ start_time: "08:00-09:00", keep_days: 30 }],
    }),
    promises: { "resilience/backup": "inside", "resilience/backup-retention": "inside", "resilience/zones": "inside" },
  },
  { name: "a volume that nobody backs up", provider: inside, resource: volume(), promises: { "resilience/backup": "outside" } },
  {
    name: "a volume in a vault",
    provider: inside,
    resource: {
      ...volume(),
      opentelekomcloud_cbr_vault_v3: {
        v: {
          name: "v",
          billing: [{ object_type: "disk", protect_type: "backup", size: 100 }],
          resource: [{ id: "${opentelekomcloud_evs_volume_v3.d.id}" }],
        },
      },
    },
    promises: { "resilience/backup": "inside" },
  },
  {
    name: "a bucket that keeps versions, locked for a year",
    provider: inside,
    resource: bucket({ versioning: true, worm_policy: [{ years: 1 }] }),
    promises: { "resilience/versioning": "inside", "resilience/object-lock": "inside", "resilience/force-destroy": "inside" },
  },
  {
    name: "a bucket that a destroy empties",
    provider: inside,
    resource: bucket({ force_destroy: true }),
    promises: { "resilience/versioning": "outside", "resilience/object-lock": "outside", "resilience/force-destroy": "outside" },
  },
  {
    name: "a bucket for everybody to write",
    provider: inside,
    resource: bucket({ acl: "public-read-write" }),
    promises: { "isolation/public-data": "outside" },
  },
  {
    name: "a balancer that can be deleted",
    provider: inside,
    resource: balancer(),
    promises: { "resilience/deletion-protection": "outside" },
  },
  {
    name: "a balancer that cannot",
    provider: inside,
    resource: balancer({ deletion_protection: true }),
    promises: { "resilience/deletion-protection": "inside" },
  },
  {
    name: "a cluster that is commanded from its network",
    provider: inside,
    resource: cluster(),
    promises: { "isolation/private-control-plane": "inside" },
  },
  {
    name: "a cluster that is commanded over the internet",
    provider: inside,
    resource: cluster({ eip: "80.158.0.1" }),
    promises: { "isolation/private-control-plane": "outside" },
  },
  {
    name: "a listener in clear",
    provider: inside,
    resource: listener({ protocol: "HTTP", protocol_port: 80 }),
    promises: { "encryption/in-transit": "outside" },
  },
  {
    name: "a listener that speaks what is old",
    provider: inside,
    resource: listener({ tls_ciphers_policy: "tls-1-0-with-1-3" }),
    promises: { "encryption/in-transit": "inside", "encryption/tls-version": "outside" },
  },
  {
    name: "a listener that speaks what is current",
    provider: inside,
    resource: listener({ tls_ciphers_policy: "tls-1-2-fs" }),
    promises: { "encryption/tls-version": "inside" },
  },
  ...(
    [
      [
        "as it should be",
        { ike: { ike_version: "v2" }, ipsec: { transform_protocol: "esp", encryption_algorithm: "aes-256-gcm-16" } },
        "inside",
      ],
      [
        "by the old exchange",
        { ike: { ike_version: "v1" }, ipsec: { transform_protocol: "esp", encryption_algorithm: "aes-256" } },
        "outside",
      ],
      ["that only signs", { ike: { ike_version: "v2" }, ipsec: { transform_protocol: "ah", encryption_algorithm: "aes-256" } }, "outside"],
      ["by a weak cipher", { ike: { ike_version: "v2" }, ipsec: { transform_protocol: "esp", encryption_algorithm: "3des" } }, "outside"],
    ] as const
  ).map(([name, { ike, ipsec }, verdict]) => ({
    name: `a connection ${name}`,
    provider: { auth_url: "https://iam.eu-de.otc.t-systems.com/v3", tenant_name: "eu-de", domain_name: "d" },
    resource: {
      opentelekomcloud_enterprise_vpn_connection_v5: {
        v: {
          name: "v",
          gateway_id: "g",
          gateway_ip: "i",
          customer_gateway_id: "c",
          psk: "p",
          vpn_type: "STATIC",
          ikepolicy: [ike],
          ipsecpolicy: [ipsec],
        },
      },
    },
    promises: { "encryption/links": verdict },
  })),
];

export const OPENTELEKOMCLOUD: readonly Case[] = [...PLACES, ...WAYS_OUT, ...PROTECTIONS, ...PROMISES];
