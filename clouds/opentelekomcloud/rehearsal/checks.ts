import type { Demand, KnownValues, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud";
const seen = "2026-11-28";
const read = (commit: string, file: string) => ({ source: `${REPOSITORY}/blob/${commit}/opentelekomcloud/services/${file}`, seen });

const oneOf = (what: string, ...values: readonly string[]): KnownValues => ({ what, values });
/** Words that are taken in capitals or not. */
const whicheverCase = (what: string, ...values: readonly string[]): KnownValues => ({
  what,
  values,
  pattern: `^(?:${values.map((word) => word.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)).join("|")})$`,
});

/** `ValidateName` of common/validators.go, seen at 08723d669c0cbcdb72e5eb2410f50dcf28d5a6dc. */
const NAME: Demand = { text: "name", form: "^[.\\-_A-Za-z0-9]+$", length: [1, 64] };
const PORT: readonly [number, number] = [1, 65_535];
const upTo255 = (text: string): Demand => ({ text, length: [0, 255] });
const kept = (number: string, from: 0 | -1, to: number): Demand => ({ at: "operation_definition", number, between: [from, to] });

const WAYS = [
  "tls-1-0-inherit",
  "tls-1-0",
  "tls-1-1",
  "tls-1-2",
  "tls-1-2-strict",
  "tls-1-2-fs",
  "tls-1-0-with-1-3",
  "tls-1-2-fs-with-1-3",
  "hybrid-policy-1-0",
  "tls-1-2-strict-no-cbc",
];

/** What the code of Open Telekom Cloud's provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  opentelekomcloud_vpc_v1: {
    ...read("08723d669c0cbcdb72e5eb2410f50dcf28d5a6dc", "vpc/resource_opentelekomcloud_vpc_v1.go"),
    demands: [NAME],
  },
  opentelekomcloud_vpc_subnet_v1: {
    ...read("08723d669c0cbcdb72e5eb2410f50dcf28d5a6dc", "vpc/resource_opentelekomcloud_vpc_subnet_v1.go"),
    demands: [NAME, { text: "gateway_ip", form: "^(\\d{1,3}\\.){3}\\d{1,3}$" }],
  },
  opentelekomcloud_nat_gateway_v2: {
    ...read("13a6cb0dcd5713984d4ad11af64ba1c523400476", "nat/resource_opentelekomcloud_nat_gateway_v2.go"),
    known: { spec: oneOf("size", "1", "2", "3", "4") },
  },
  opentelekomcloud_cce_cluster_v3: {
    ...read("032fe5fc556ff0cdb6ed29e86b43740d87af3afb", "cce/resource_opentelekomcloud_cce_cluster_v3.go"),
    known: { kube_proxy_mode: whicheverCase("mode", "ipvs", "iptables") },
    demands: [
      { text: "name", form: "^[a-z][a-z0-9-]{2,126}[a-z0-9]$" },
      { given: "eni_subnet_id", requires: ["eni_subnet_cidr"] },
      { given: "eni_subnet_cidr", requires: ["eni_subnet_id"] },
      { given: "ignore_addons", conflictsWith: ["no_addons"] },
    ],
  },
  opentelekomcloud_cce_node_pool_v3: {
    ...read("0342cd566b74fd3566e5123bc6d2f1f032d4de2c", "cce/resource_opentelekomcloud_cce_node_pool_v3.go"),
    known: {
      runtime: oneOf("runtime", "docker", "containerd"),
      "taints.effect": oneOf("effect", "NoSchedule", "PreferNoSchedule", "NoExecute"),
    },
    demands: [
      { exactlyOneOf: ["password", "key_pair"] },
      { at: "root_volume", number: "size", between: [10, 32_768] },
      { at: "data_volumes", number: "size", between: [100, 32_768] },
      { at: "taints", text: "key", form: "^[a-zA-Z0-9_.-]{1,63}$" },
      { at: "taints", text: "value", form: "^[a-zA-Z0-9_.-]{1,63}$" },
    ],
  },
  opentelekomcloud_obs_bucket: {
    ...read("192eaf3087d23503ec17e62b2480addea05711f8", "obs/resource_opentelekomcloud_obs_bucket.go"),
    known: {
      storage_class: oneOf("storage class", "STANDARD", "WARM", "COLD"),
      acl: whicheverCase("access list", "private", "public-read", "public-read-write", "log-delivery-write"),
    },
  },
  opentelekomcloud_rds_instance_v3: {
    ...read("25a953820ee4851af0a59719127b347bc4e7e490", "rds/resource_opentelekomcloud_rds_instance_v3.go"),
    known: { "db.type": oneOf("engine", "PostgreSQL", "MySQL", "SQLServer") },
    demands: [
      { given: "tag", conflictsWith: ["tags"] },
      { at: "restore_point", exactlyOneOf: ["restore_time", "backup_id"] },
    ],
  },
  opentelekomcloud_sfs_turbo_share_v1: {
    ...read("4a1c793916a4d3b82567de0b70be83b4b398865f", "sfs/resource_opentelekomcloud_sfs_turbo_share_v1.go"),
    known: { share_proto: oneOf("protocol", "NFS") },
    demands: [NAME, { number: "size", between: [500, Number.MAX_SAFE_INTEGER] }],
  },
  opentelekomcloud_cbr_policy_v3: {
    ...read("bab2ebd692706fdc5f79ce6671b54d99cbfeb7cb", "cbr/resource_opentelekomcloud_cbr_policy_v3.go"),
    known: { operation_type: oneOf("operation", "backup", "replication") },
    demands: [
      NAME,
      { given: "destination_project_id", requires: ["destination_region"] },
      ...["day_backups", "week_backups", "month_backups", "year_backups"].map((number) => kept(number, 0, 100)),
      ...["max_backups", "retention_duration_days"].map((number) => kept(number, -1, 99_999)),
    ],
  },
  opentelekomcloud_cbr_vault_v3: {
    ...read("f22872a6b7e999bf7875375300bf614784202c49", "cbr/resource_opentelekomcloud_cbr_vault_v3.go"),
    known: {
      "billing.cloud_type": oneOf("cloud", "public", "hybrid"),
      "billing.protect_type": oneOf("protection", "backup", "replication"),
      "billing.charging_mode": oneOf("charging", "post_paid", "pre_paid"),
      "billing.period_type": oneOf("period", "year", "month"),
    },
    demands: [
      { text: "name", length: [1, 64] },
      { text: "description", length: [0, 64] },
      { at: "billing", number: "size", between: [1, 10_485_760] },
    ],
  },
  opentelekomcloud_lb_loadbalancer_v3: {
    ...read("4de8087b020ea7ff8ba55b3d7eb731b776535814", "elb/v3/resource_opentelekomcloud_lb_loadbalancer_v3.go"),
    known: {
      "public_ip.bandwidth_charge_mode": oneOf("charging", "traffic"),
      "public_ip.bandwidth_share_type": oneOf("sharing", "PER", "WHOLE"),
    },
    demands: [
      upTo255("name"),
      upTo255("description"),
      { atLeastOneOf: ["router_id", "subnet_id"] },
      { at: "public_ip", exactlyOneOf: ["id", "ip_type"] },
      { at: "public_ip", number: "bandwidth_size", between: [0, 99_999] },
      ...["bandwidth_name", "bandwidth_size", "bandwidth_share_type"].map((given) => ({ at: "public_ip", given, requires: ["ip_type"] })),
    ],
  },
  opentelekomcloud_lb_listener_v3: {
    ...read("00e4f01ca5f5e82e71088e111373fd04d8e1e9f5", "elb/v3/resource_opentelekomcloud_lb_listener_v3.go"),
    known: {
      protocol: oneOf("protocol", "TCP", "HTTP", "UDP", "HTTPS", "TERMINATED_HTTPS"),
      tls_ciphers_policy: oneOf("policy", ...WAYS),
    },
    demands: [
      upTo255("name"),
      upTo255("description"),
      { number: "protocol_port", between: PORT },
      { number: "keep_alive_timeout", between: [0, 4000] },
      { number: "client_timeout", between: [1, 300] },
      { number: "member_timeout", between: [1, 300] },
    ],
  },
  opentelekomcloud_lb_pool_v3: {
    ...read("264ff9497538da1baf66d7ff08f48e35523072da", "elb/v3/resource_opentelekomcloud_lb_pool_v3.go"),
    known: {
      lb_algorithm: oneOf("way", "ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "QUIC_CID"),
      protocol: whicheverCase("protocol", "TCP", "UDP", "HTTP", "QUIC", "HTTPS"),
      "session_persistence.type": oneOf("kind", "SOURCE_IP", "HTTP_COOKIE", "APP_COOKIE"),
    },
    demands: [
      upTo255("name"),
      upTo255("description"),
      { atLeastOneOf: ["listener_id", "loadbalancer_id"] },
      { at: "session_persistence", text: "cookie_name", form: "^[\\w.-]+$", length: [0, 1024] },
    ],
  },
  opentelekomcloud_lb_member_v3: {
    ...read("3142c77f7feab36b204c1a44ba5be4d91de6e49b", "elb/v3/resource_opentelekomcloud_lb_member_v3.go"),
    demands: [upTo255("name"), { number: "protocol_port", between: PORT }, { number: "weight", between: [0, 100] }],
  },
  opentelekomcloud_lb_monitor_v3: {
    ...read("12b6bc146100ad719a9db4d9d7c570a76e3bccf1", "elb/v3/resource_opentelekomcloud_lb_monitor_v3.go"),
    known: {
      type: oneOf("kind", "TCP", "UDP_CONNECT", "HTTP", "HTTPS", "PING"),
      http_method: oneOf("method", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PATCH"),
    },
    demands: [
      { number: "delay", between: [1, 50] },
      { number: "timeout", between: [1, 50] },
      { number: "max_retries", between: [1, 10] },
      { number: "max_retries_down", between: [1, 10] },
      { number: "monitor_port", between: PORT },
      { text: "name", length: [1, 255] },
      { text: "url_path", form: "^/.*$", length: [1, 255] },
      { text: "domain_name", form: "^[0-9a-zA-Z][0-9a-zA-Z.-]*$", length: [1, 100] },
      { text: "expected_codes", length: [1, 64] },
    ],
  },
};
