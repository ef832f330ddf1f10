import type { Demand, KnownValues, ProviderChecks } from "../../contract/rehearsal.ts";

const REPOSITORY = "https://github.com/outscale/terraform-provider-outscale";
const seen = "2026-11-28";
const read = (file: string, commit?: string) => ({
  source: commit === undefined ? `${REPOSITORY} ${file}` : `${REPOSITORY}/blob/${commit}/${file}`,
  seen,
});

const oneOf = (what: string, ...values: readonly string[]): KnownValues => ({ what, values });

const CIDR = "^(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}$";
const PROTOCOL = oneOf("protocol", "HTTP", "HTTPS", "TCP", "SSL");
const port = (number: string): Demand => ({ at: "listeners", number, between: [1, 65_535] });

/** Names of managed Kubernetes, of projects and clusters alike. */
const KUBERNETES_NAME: Demand = { text: "name", form: "^[a-z][a-z0-9-]*[a-z0-9]$", length: [1, 40] };
const WHOM = ["security_group_account_id_to_link", "security_group_name_to_link"];

const health = (number: string, least: number, most: number): Demand => ({ at: "health_check", number, between: [least, most] });

/** Paths of users and their groups. */
const PATH: Demand = { text: "path", form: "^(/[a-zA-Z0-9/_]+/)|^/$" };
const [USERS, USERS_AT] = ["internal/utils/utils.go", "081f5040a8fa8070a120376e75750259806bdf28"] as const;

/** What the code of Outscale's provider refuses that its schema takes. */
export const checks: Readonly<Record<string, ProviderChecks>> = {
  outscale_oks_project: {
    ...read("internal/services/oks/resource_oks_project.go", "069b674f3bb462a65263cdbbe65e069442410041"),
    demands: [KUBERNETES_NAME, { text: "description", length: [1, 40] }, { text: "cidr", form: CIDR }],
  },
  outscale_oks_cluster: {
    ...read("internal/services/oks/resource_oks_cluster.go"),
    demands: [
      KUBERNETES_NAME,
      { text: "cidr_pods", form: CIDR },
      { text: "cidr_service", form: CIDR },
      { text: "cluster_dns", form: "^[0-9a-fA-F.:]+$" },
    ],
  },
  outscale_route: {
    ...read("internal/services/oapi (resourceRoute)"),
    demands: [{ exactlyOneOf: ["gateway_id", "nat_service_id", "net_peering_id", "nic_id", "vm_id"] }],
  },
  outscale_security_group: {
    ...read("internal/services/oapi (resourceSecurityGroup)"),
    demands: [
      { text: "description", length: [0, 255] },
      { text: "security_group_name", length: [0, 255] },
      { given: "remove_default_outbound_rule", requires: ["net_id"] },
    ],
  },
  outscale_security_group_rule: {
    ...read("internal/services/oapi (resourceSecurityGroupRule)"),
    known: { flow: oneOf("flow", "Inbound", "Outbound") },
    demands: [
      { atLeastOneOf: ["rules", "ip_range", "from_port_range", "to_port_range", "ip_protocol", ...WHOM] },
      ...["ip_protocol", "ip_range", "from_port_range", "to_port_range"].map((given) => ({
        given,
        conflictsWith: ["rules", ...WHOM],
      })),
      ...WHOM.map((given) => ({ given, conflictsWith: ["rules"] })),
    ],
  },
  outscale_load_balancer: {
    ...read("internal/services/oapi (resourceLoadBalancer)"),
    known: {
      load_balancer_type: oneOf("type", "internet-facing", "internal"),
      "listeners.backend_protocol": PROTOCOL,
      "listeners.load_balancer_protocol": PROTOCOL,
    },
    demands: [port("backend_port"), port("load_balancer_port"), { given: "subregion_names", conflictsWith: ["subnets"] }],
  },
  outscale_load_balancer_attributes: {
    ...read("internal/services/oapi/resource_load_balancer_attributes.go", "03137554cb967714e734330cf57142bc14a1e9e1"),
    demands: [
      health("healthy_threshold", 2, 10),
      health("unhealthy_threshold", 2, 10),
      health("check_interval", 5, 600),
      health("timeout", 2, 60),
      health("port", 1, 65_535),
    ],
  },
  outscale_user: { ...read(USERS, USERS_AT), demands: [PATH] },
  outscale_user_group: { ...read(USERS, USERS_AT), demands: [PATH] },
  outscale_vm: {
    ...read("internal/services/oapi/resource_vm.go", "03d2e8fca59c5ee593f20a0967eb2194bec9ab3e"),
    known: {
      boot_mode: oneOf("mode", "legacy", "uefi"),
      secure_boot_action: oneOf("action", "enable", "disable", "setup-mode", "none"),
    },
    demands: [
      { at: "block_device_mappings.bsu", number: "iops", between: [100, 13_000] },
      { at: "block_device_mappings.bsu", number: "volume_size", between: [1, 14_901] },
    ],
  },
  outscale_volume: {
    ...read("internal/services/oapi (resourceVolume)"),
    known: { volume_type: oneOf("volume type", "gp2", "io1", "standard") },
  },
};
