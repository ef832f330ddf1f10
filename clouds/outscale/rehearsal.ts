import type { RehearsalOverlay, SimulatedObject } from "../contract/rehearsal.ts";
import { checks } from "./rehearsal/checks.ts";
import { outscale_subregions } from "./rehearsal/subregions.ts";

/** Images as Outscale names what it publishes, one build of each. The days are invented. */
const IMAGES = ["Debian-12-2026.03.04-0", "Debian-13-2026.03.04-0", "Ubuntu-22.04-2026.03.04-0", "Ubuntu-24.04-2026.03.04-0"];

const firstAddress = (range: unknown, host: number): string => String(range ?? "10.0.0.0/24").replace(/\d+\/\d+$/, String(host));

/**
 * What the schema does not say of Outscale, for the simulated provider. What replaces: docs/resources of outscale/terraform-provider-outscale, seen
 * 2026-11-28; ids have the form that the API gives them.
 */
export const rehearsal: RehearsalOverlay = {
  protocol: 6,
  replaces: ["net_id", "subnet_id", "subregion_name", "ip_range", "project_id", "cidr", "region"],
  resources: {
    outscale_net: { fills: { net_id: (_, cx) => `vpc-${cx.seed("id", 8)}`, state: "available" }, defaults: { tenancy: "default" } },
    outscale_subnet: { keeps: [], fills: { subnet_id: (_, cx) => `subnet-${cx.seed("id", 8)}`, state: "available" } },
    outscale_internet_service: { fills: { internet_service_id: (_, cx) => `igw-${cx.seed("id", 8)}` } },
    outscale_nat_service: { replaces: ["public_ip_id"], fills: { nat_service_id: (_, cx) => `nat-${cx.seed("id", 8)}` } },
    outscale_public_ip: { fills: { public_ip_id: (_, cx) => `eipalloc-${cx.seed("id", 8)}`, public_ip: () => "198.51.100.10" } },
    outscale_route: { replaces: ["route_table_id", "destination_ip_range"] },
    outscale_security_group: {
      replaces: ["security_group_name", "description", "remove_default_outbound_rule"],
      fills: { security_group_id: (_, cx) => `sg-${cx.seed("id", 8)}` },
    },
    outscale_security_group_rule: {
      replaces: ["flow", "security_group_id", "from_port_range", "to_port_range", "ip_protocol", "rules"],
    },
    outscale_keypair: { replaces: ["keypair_name", "public_key"], unique: ["keypair_name"] },
    outscale_vm: {
      replaces: ["image_id", "private_ips", "placement_subregion_name"],
      fills: { vm_id: (_, cx) => `i-${cx.seed("id", 8)}`, private_ip: () => firstAddress("10.0.0.0/24", 4), state: "running" },
    },
    outscale_volume: {
      fills: { volume_id: (_, cx) => `vol-${cx.seed("id", 8)}`, state: "available" },
      defaults: { volume_type: "standard" },
    },
    outscale_volume_link: { replaces: ["volume_id", "vm_id", "device_name"] },
    outscale_oks_project: { replaces: ["name"], unique: ["name", "region"] },
    outscale_oks_cluster: {
      replaces: ["name", "cidr_pods", "cidr_service", "control_planes"],
      defaults: { cluster_dns: "172.22.0.10", admission_flags: null },
      fills: {
        kubeconfig_attributes: (_, cx) => ({
          host: `https://${cx.seed("api", 8)}.rehearsal.invalid`,
          client_certificate: "cmVoZWFyc2Fs",
          client_key: "cmVoZWFyc2Fs",
          cluster_ca_certificate: "cmVoZWFyc2Fs",
        }),
      },
    },
    outscale_oks_manifest: { replaces: ["cluster_id"] },
    outscale_load_balancer: {
      replaces: ["load_balancer_name", "load_balancer_type", "subnets"],
      unique: ["load_balancer_name"],
      fills: { dns_name: ({ load_balancer_name: name }) => `${String(name)}.rehearsal.invalid`, state: "active" },
    },
    outscale_user: { replaces: ["user_name"], unique: ["user_name"] },
    outscale_user_group: { unique: ["user_group_name"] },
    outscale_policy: { replaces: ["policy_name", "document", "description", "path"], unique: ["policy_name"] },
    outscale_access_key: { replaces: ["user_name"] },
  },
  checks,
  dataSources: {
    outscale_subregions,
    outscale_images: (_, cx): SimulatedObject => ({
      images: IMAGES.map((image_name) => ({
        image_name,
        image_id: `ami-${cx.known(image_name).slice(0, 8)}`,
        creation_date: "2026-03-04T10:00:00.000Z",
        account_alias: "Outscale",
      })),
    }),
  },
};
