import type { Json } from "../../../guard/index.ts";
import type { Case } from "./case.ts";

type Attributes = { readonly [name: string]: Json };

const germany = { countries: ["DE"] } as const;
const server = (more: Attributes = {}) => ({
  stackit_server: { s: { project_id: "p", name: "s", machine_type: "g2i.1", availability_zone: "eu01-1", ...more } },
});
const logme = (parameters: Attributes) => ({
  stackit_logme_instance: { l: { project_id: "p", name: "l", plan_name: "stackit-logme2-1.2.50-replica", version: "2", parameters } },
});
const observability = (alert_config?: Attributes) => ({
  stackit_observability_instance: {
    o: {
      project_id: "p",
      name: "o",
      plan_name: "Observability-Monitoring-Medium-EU01",
      acl: ["10.0.0.0/8"],
      ...(alert_config && { alert_config }),
    },
  },
});
const alerts = (receiver: Attributes, global?: Attributes) =>
  observability({ receivers: [{ name: "r", ...receiver }], route: { receiver: "r" }, ...(global && { global }) });
const balancer = (options: Attributes, ip = "10.0.0.7") => ({
  stackit_loadbalancer: {
    b: {
      project_id: "p",
      name: "b",
      networks: [{ network_id: "n", role: "ROLE_LISTENERS_AND_TARGETS" }],
      listeners: [{ port: 80, protocol: "PROTOCOL_TCP", target_pool: "t" }],
      target_pools: [{ name: "t", target_port: 80, targets: [{ display_name: "x", ip }] }],
      options,
    },
  },
});
const pushed = (push_url: string) => balancer({ observability: { logs: { credentials_ref: "c", push_url } } });
const cdn = (...regions: readonly string[]) => ({
  stackit_cdn_distribution: { c: { project_id: "p", config: { backend: { type: "http", origin_url: "https://a.example.org" }, regions } } },
});
const route = (value: string) => ({
  stackit_network_area_route: {
    r: {
      organization_id: "o",
      network_area_id: "a",
      destination: { type: "cidrv4", value: "192.168.0.0/24" },
      next_hop: { type: "ipv4", value },
    },
  },
});
const flex = (acl: readonly string[]) => ({
  stackit_postgresflex_instance: { p: { project_id: "p", name: "p", version: "14", acl, backup_schedule: "0 0 * * *", replicas: 3 } },
});
const cluster = (extensions?: Attributes) => ({
  stackit_ske_cluster: {
    k: { project_id: "p", name: "k", node_pools: [{ name: "n", availability_zones: ["eu01-3"] }], ...(extensions && { extensions }) },
  },
});
const rule = (more: Attributes) => ({
  stackit_security_group_rule: {
    r: { project_id: "p", security_group_id: "g", direction: "ingress", port_range: { min: 22, max: 22 }, ...more },
  },
});

const newer = (type: string, more: Attributes) => ({ [type]: { n: { project_id: "p", ...more } } });
const applications = (options: Attributes, more: Attributes = {}) =>
  newer("stackit_application_load_balancer", {
    name: "b",
    plan_id: "p10",
    networks: [{ network_id: "n", role: "ROLE_LISTENERS_AND_TARGETS" }],
    listeners: [{ name: "l", port: 443, protocol: "PROTOCOL_HTTPS", http: { hosts: [{ host: "*", rules: [{ target_pool: "t" }] }] } }],
    target_pools: [{ name: "t", target_port: 80, targets: [{ ip: "10.0.0.7" }] }],
    options,
    ...more,
  });
const routed = (config: Attributes, more: Attributes = {}) =>
  newer("stackit_telemetryrouter_destination", { instance_id: "i", display_name: "d", config, ...more });
const tunnels = (first: string, second: string) =>
  newer("stackit_vpn_connection", {
    gateway_id: "g",
    display_name: "c",
    tunnel1: { remote_address: first },
    tunnel2: { remote_address: second },
  });

export const STACKIT: readonly Case[] = [
  ...(
    [
      ["eu01-1", "inside"],
      ["eu01-m", "inside"],
      ["us01-1", "outside"],
      ["ch01-1", "outside"],
      ["nowhere", "outside"],
      ["${var.zone}", "inside"],
    ] as const
  ).map(([zone, region]) => ({ name: `a server in the zone ${zone}`, resource: server({ availability_zone: zone }), region })),
  {
    name: "a server where the provider has its default, which no variable moves",
    resource: server(),
    region: "inside",
    replica: "not-applicable",
  },
  {
    name: "a server where the block says",
    provider: { default_region: "eu02" },
    resource: server({ availability_zone: "eu02-1" }),
    region: "inside",
  },
  {
    name: "a server where the block says, which is Austria, where Germany alone is approved",
    provider: { default_region: "eu02" },
    resource: server({ availability_zone: "eu02-1" }),
    policy: germany,
    region: "outside",
  },
  { name: "a server under a block of old", provider: { region: "eu01" }, resource: server(), policy: germany, region: "inside" },
  {
    name: "a server in a region of its own",
    provider: { default_region: "eu02" },
    resource: server({ region: "eu01" }),
    policy: germany,
    region: "inside",
  },
  {
    name: "a server whose zone is in Austria",
    resource: server({ region: "eu01", availability_zone: "eu02-2" }),
    policy: germany,
    region: "outside",
  },
  { name: "a server in a region of Amazon's", resource: server({ region: "eu-central-1" }), region: "outside" },
  { name: "a server wherever a variable says", resource: server({ region: "${var.r}" }), region: "undecided" },
  {
    name: "a project, which is nowhere",
    resource: { stackit_resourcemanager_project: { p: { name: "p", parent_container_id: "o", owner_email: "a@example.org" } } },
    region: "not-applicable",
  },
  {
    name: "a service without a region",
    resource: logme({ sgw_acl: "193.148.160.0/19,45.129.40.0/21" }),
    region: "inside",
    replica: "inside",
  },
  {
    name: "a service without a region, under a block in Austria",
    provider: { default_region: "eu02" },
    resource: logme({}),
    policy: germany,
    region: "outside",
  },
  { name: "its logs to a host of nobody's", resource: logme({ syslog: ["syslog.example.org:514"] }), replica: "undecided" },
  {
    name: "its logs to a host that the policy approves",
    resource: logme({ syslog: ["syslog.example.org:514"] }),
    policy: { endpoints: ["syslog.example.org"] },
    replica: "inside",
  },
  { name: "its logs to Datadog", resource: logme({ syslog: ["intake.logs.datadoghq.com:10516"] }), replica: "outside" },
  { name: "its metrics to a host of nobody's", resource: logme({ graphite: "graphite.example.org:2003" }), replica: "undecided" },
  {
    name: "its metrics to an instance in the same program",
    resource: { ...observability(), ...logme({ monitoring_instance_id: "${stackit_observability_instance.o.instance_id}" }) },
    replica: "inside",
  },
  { name: "its metrics to an instance made elsewhere", resource: logme({ monitoring_instance_id: "0b5f" }), replica: "undecided" },
  { name: "an access list with everybody among others", resource: logme({ sgw_acl: "193.148.160.0/19,0.0.0.0/0" }), ingress: "outside" },
  { name: "an access list of ranges", resource: logme({ sgw_acl: "10.0.0.0/8, 172.16.0.0/12" }), ingress: "inside" },
  { name: "no access list", resource: logme({}), ingress: "outside" },
  {
    name: "alerts to a hook of nobody's",
    resource: alerts({ webhooks_configs: [{ url: "https://hooks.example.org/x" }] }),
    region: "inside",
    replica: "undecided",
  },
  {
    name: "alerts to Microsoft",
    resource: alerts({ webhooks_configs: [{ url: "https://acme.webhook.azure.com/x", ms_teams: true }] }),
    replica: "outside",
  },
  {
    name: "alerts to Opsgenie, at the address that it has itself",
    resource: alerts({ opsgenie_configs: [{ api_key: "k" }] }),
    replica: "undecided",
  },
  {
    name: "alerts by mail through a host of nobody's",
    resource: alerts({ email_configs: [{ to: "a@example.org" }] }, { smtp_smart_host: "smtp.example.com:587" }),
    replica: "undecided",
  },
  { name: "alerts by mail through the operator's host", resource: alerts({ email_configs: [{ to: "a@example.org" }] }), replica: "inside" },
  {
    name: "a balancer that pushes logs to an instance in the same program",
    resource: { ...observability(), ...pushed("${stackit_observability_instance.o.logs_push_url}") },
    region: "inside",
    replica: "inside",
  },
  {
    name: "a balancer that pushes logs to an instance in Austria",
    provider: { default_region: "eu02" },
    resource: { ...observability(), ...pushed("${stackit_observability_instance.o.logs_push_url}") },
    policy: germany,
    replica: "outside",
  },
  ...(
    [
      ["https://logs.stackit1.argus.eu01.stackit.cloud/instances/i/loki/api/v1/push", "inside"],
      ["https://push.metrics.stackit1.argus.eu01.stackit.cloud/instances/i/api/v1/receive", "inside"],
      ["https://logs.stackit1.argus.us01.stackit.cloud/instances/i/loki/api/v1/push", "undecided"],
      ["https://logs.stackit1.argus.eu01.stackit.cloud.example.org/push", "undecided"],
    ] as const
  ).map(([url, replica]) => ({ name: `a balancer that pushes logs to ${url}`, resource: pushed(url), replica })),
  { name: "a balancer that pushes logs to a host of nobody's", resource: pushed("https://logs.example.org/push"), replica: "undecided" },
  {
    name: "a balancer that pushes logs to a host that begins like its instance's",
    resource: { ...observability(), ...pushed("${stackit_observability_instance.o.logs_push_url}.example.org") },
    replica: "undecided",
  },
  {
    name: "a balancer that hands on to a machine of the same program",
    resource: {
      stackit_network_interface: { i: { project_id: "p", network_id: "n" } },
      ...balancer({}, "${stackit_network_interface.i.ipv4}"),
    },
    region: "inside",
    replica: "inside",
  },
  { name: "a balancer that hands on to a public address", resource: balancer({}, "91.98.0.1"), replica: "undecided" },
  { name: "a balancer for everybody", resource: balancer({}), address: "outside" },
  { name: "a balancer within its network", resource: balancer({ private_network_only: true }), address: "inside", ingress: "inside" },
  { name: "copies near visitors everywhere", resource: cdn("EU", "US", "ASIA", "AF", "SA"), replica: "outside" },
  { name: "copies near visitors in the United States", resource: cdn("US"), replica: "outside" },
  { name: "copies near visitors in Asia", resource: cdn("ASIA"), replica: "outside" },
  { name: "copies near visitors in Europe, which is more than the Union", resource: cdn("EU"), replica: "undecided" },
  { name: "copies near visitors who are nowhere", resource: cdn(), replica: "undecided" },
  { name: "a way through a machine of the network", resource: route("10.0.0.1"), region: "inside", replica: "inside" },
  { name: "a way through a public address", resource: route("91.98.0.1"), replica: "undecided" },
  { name: "a plan of addresses", resource: { stackit_network_area: { a: { organization_id: "o", name: "a" } } }, region: "not-applicable" },
  { name: "repositories, in either region", resource: { stackit_git: { g: { project_id: "p", name: "g" } } }, region: "inside" },
  {
    name: "repositories, where Germany alone is approved",
    resource: { stackit_git: { g: { project_id: "p", name: "g" } } },
    policy: germany,
    region: "outside",
  },
  {
    name: "a name in public DNS",
    resource: { stackit_dns_zone: { z: { project_id: "p", name: "z", dns_name: "example.org" } } },
    region: "not-applicable",
  },
  { name: "a bucket", resource: { stackit_objectstorage_bucket: { b: { project_id: "p", name: "b" } } }, region: "inside" },
  { name: "a database for one range", resource: flex(["10.0.0.0/8"]), region: "inside", ingress: "inside" },
  { name: "a database for everybody", resource: flex(["10.0.0.0/8", "0.0.0.0/0"]), ingress: "outside" },
  { name: "a cluster", resource: cluster(), region: "inside", replica: "inside", ingress: "outside" },
  {
    name: "a cluster for one office",
    resource: cluster({ acl: { enabled: true, allowed_cidrs: ["203.0.113.7/32"] } }),
    ingress: "inside",
    address: "inside",
  },
  {
    name: "a cluster whose list is not in force",
    resource: cluster({ acl: { enabled: false, allowed_cidrs: ["203.0.113.7/32"] } }),
    address: "outside",
  },
  {
    name: "a cluster that is observed in the same program",
    resource: {
      ...observability(),
      ...cluster({ observability: { enabled: true, instance_id: "${stackit_observability_instance.o.instance_id}" } }),
    },
    replica: "inside",
  },
  {
    name: "a cluster that is observed elsewhere",
    resource: cluster({ observability: { enabled: true, instance_id: "0b5f" } }),
    replica: "undecided",
  },
  { name: "a rule for everybody", resource: rule({}), ingress: "outside" },
  { name: "a rule for one range", resource: rule({ ip_range: "10.0.0.0/8" }), ingress: "inside" },
  {
    name: "a rule for a group",
    resource: {
      stackit_security_group: { g: { project_id: "p", name: "g" } },
      ...rule({ remote_security_group_id: "${stackit_security_group.g.security_group_id}" }),
    },
    ingress: "inside",
  },
  { name: "a rule of what goes out", resource: rule({ direction: "egress" }), ingress: "inside" },
  { name: "a machine of old", data: { stackit_server: { s: { project_id: "p", server_id: "s", region: "eu01" } } }, region: "inside" },
  { name: "the operator's own addresses", provider: { default_region: "eu01" }, resource: server(), endpoint: "inside" },
  {
    name: "one service at another address",
    provider: { mariadb_custom_endpoint: "https://mariadb.example.org" },
    resource: server(),
    endpoint: "undecided",
  },
  {
    name: "one service at the operator's address in Austria",
    provider: { mariadb_custom_endpoint: "https://mariadb.api.eu02.stackit.cloud" },
    resource: server(),
    endpoint: "inside",
  },
  {
    name: "one service at the operator's address in Austria, where Germany alone is approved",
    provider: { mariadb_custom_endpoint: "https://mariadb.api.eu02.stackit.cloud" },
    resource: server(),
    policy: germany,
    endpoint: "outside",
  },
  {
    name: "one service at the operator's address in Austria, where its region in Germany alone is approved",
    provider: { mariadb_custom_endpoint: "https://mariadb.api.eu02.stackit.cloud" },
    resource: server(),
    policy: { places: ["stackit:eu01"] },
    endpoint: "outside",
  },
  {
    name: "tokens from Amazon",
    provider: { token_custom_endpoint: "https://sts.eu-central-1.amazonaws.com" },
    resource: server(),
    endpoint: "outside",
  },
  {
    name: "one service in clear",
    provider: { iaas_custom_endpoint: "http://iaas.api.stackit.cloud" },
    resource: server(),
    endpoint: "outside",
  },
  {
    name: "a public address that leads to a network interface",
    resource: { stackit_public_ip: { a: { project_id: "p", network_interface_id: "n" } } },
    address: "outside",
  },
  {
    name: "a public address that leads nowhere yet",
    resource: { stackit_public_ip: { a: { project_id: "p" } } },
    address: "inside",
  },
  {
    name: "a role on a folder, of a release after the schema's",
    resource: newer("stackit_authorization_folder_role_assignment", { resource_id: "f", role: "owner", subject: "a@example.org" }),
    region: "not-applicable",
  },
  ...(
    [
      ["stackit_alb_certificate", "eu01", "inside"],
      ["stackit_logs_instance", "eu02", "inside"],
      ["stackit_logs_instance", "us01", "outside"],
      ["stackit_logs_access_token", "ch01", "outside"],
      ["stackit_objectstorage_compliance_lock", "eu01", "inside"],
      ["stackit_sfs_share", "us01", "outside"],
      ["stackit_telemetryrouter_instance", "eu01", "inside"],
      ["stackit_telemetryrouter_instance", "us01", "outside"],
    ] as const
  ).map(([type, place, region]) => ({ name: `${type} in ${place}`, resource: newer(type, { region: place }), region })),
  ...(
    [
      ["eu01-m", "inside"],
      ["us01-1", "outside"],
    ] as const
  ).flatMap(([zone, region]) => [
    {
      name: `a pool of shares in the zone ${zone}`,
      resource: newer("stackit_sfs_resource_pool", { region: "eu01", availability_zone: zone, ip_acl: ["10.0.0.0/8"] }),
      region,
      ingress: "inside" as const,
    },
    {
      name: `a gateway whose second tunnel ends in the zone ${zone}`,
      resource: newer("stackit_vpn_gateway", { region: "eu01", availability_zones: { tunnel1: "eu01-1", tunnel2: zone } }),
      region,
    },
  ]),
  {
    name: "a pool of shares for everybody",
    resource: newer("stackit_sfs_resource_pool", { region: "eu01", availability_zone: "eu01-1", ip_acl: ["0.0.0.0/0"] }),
    ingress: "outside",
  },
  {
    name: "shares for everybody by the second rule",
    resource: newer("stackit_sfs_export_policy", {
      region: "eu01",
      rules: [
        { order: 1, ip_acl: ["10.0.0.0/8"] },
        { order: 2, ip_acl: ["0.0.0.0/0"] },
      ],
    }),
    ingress: "outside",
  },
  {
    name: "logs that everybody may ask for",
    resource: newer("stackit_logs_instance", { region: "eu01", acl: ["0.0.0.0/0"] }),
    ingress: "outside",
  },
  {
    name: "a balancer of applications, private",
    resource: applications({ private_network_only: true }, { region: "eu01" }),
    region: "inside",
    replica: "inside",
    address: "inside",
    ingress: "inside",
  },
  {
    name: "a balancer of applications for everybody",
    resource: applications({ ephemeral_address: true }, { region: "us01" }),
    region: "outside",
    address: "outside",
    ingress: "outside",
  },
  {
    name: "a balancer of applications whose logs go to Datadog",
    resource: applications({
      observability: { logs: { credentials_ref: "c", push_url: "https://http-intake.logs.us5.datadoghq.com/v1" } },
    }),
    replica: "outside",
  },
  {
    name: "a balancer of applications whose logs stay",
    resource: applications({
      observability: {
        logs: { credentials_ref: "c", push_url: "https://logs.stackit1.argus.eu01.stackit.cloud/instances/i/loki/api/v1/push" },
      },
    }),
    replica: "inside",
  },
  {
    name: "telemetry that goes to a bucket of the operator",
    resource: routed({ config_type: "S3", s3: { bucket: "b", endpoint: "https://object.storage.eu01.onstackit.cloud" } }),
    replica: "inside",
  },
  {
    name: "telemetry that goes to a bucket in Virginia",
    resource: routed({ config_type: "S3", s3: { bucket: "b", endpoint: "https://s3.us-east-1.amazonaws.com" } }),
    replica: "outside",
  },
  {
    name: "telemetry that goes to New Relic",
    resource: routed({ config_type: "OpenTelemetry", opentelemetry: { uri: "https://otlp.nr-data.net" } }),
    replica: "undecided",
  },
  { name: "a tunnel to a private network", resource: tunnels("10.1.0.1", "10.1.0.2"), replica: "inside" },
  { name: "a tunnel whose second end is public", resource: tunnels("10.1.0.1", "8.8.8.8"), replica: "undecided" },
];
