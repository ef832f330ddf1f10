import { expect, it } from "vitest";
import type { Demand, RehearsalOverlay } from "../../clouds/contract/rehearsal.ts";
import { REHEARSALS } from "../../clouds/registry/rehearsals.ts";
import { loadSchema, schemaNames } from "../../clouds/schema/index.ts";
import { unmet } from "../../rehearsal/terraform/provider-checks.ts";
import { UNKNOWN, type Value } from "../../rehearsal/terraform/value.ts";
import { type Shape, shapeOf } from "../../rehearsal/terraform/walk.ts";

const overlays = new Map<string, RehearsalOverlay>();
for (const cloud of schemaNames()) {
  const load = REHEARSALS[cloud];
  if (load !== undefined) overlays.set(cloud, (await load()).rehearsal);
}

const namesIn = (demand: Demand): readonly string[] => {
  if ("exactlyOneOf" in demand) return demand.exactlyOneOf;
  if ("atLeastOneOf" in demand) return demand.atLeastOneOf;
  if ("given" in demand) return [demand.given, ...(demand.requires ?? []), ...(demand.conflictsWith ?? [])];
  return ["text" in demand ? demand.text : demand.number];
};

function has(shape: Shape | undefined, [name, ...rest]: readonly string[]): boolean {
  if (shape === undefined || name === undefined) return false;
  return rest.length === 0 ? shape.names.includes(name) : has(shape.nested[name]?.shape, rest);
}

it("names only what the schemas have, and says where it was read and when", () => {
  const strays = [...overlays].flatMap(([cloud, { checks = {} }]) =>
    Object.entries(checks).flatMap(([type, { source, seen, known = {}, demands = [] }]) => {
      const shape = shapeOf(loadSchema(cloud).resource(type)?.block);
      const paths = [
        ...Object.keys(known),
        ...demands.flatMap((demand) => namesIn(demand).map((name) => (demand.at === undefined ? name : `${demand.at}.${name}`))),
      ];
      return [
        ...paths.filter((path) => !has(shape, path.split("."))).map((path) => `${type}.${path}`),
        ...(/^https:\/\/\S+/.test(source) && /^\d{4}-\d{2}-\d{2}$/.test(seen) ? [] : [`${type}: ${source}, ${seen}`]),
      ];
    }),
  );
  expect(strays).toEqual([]);
});

const demandsOf = (type: string): readonly Demand[] => [...overlays.values()].flatMap(({ checks }) => checks?.[type]?.demands ?? []);

/** A type, what is written, and words of what is refused; no words where it is taken. */
const CASES: readonly (readonly [type: string, config: Record<string, Value>, words?: RegExp])[] = [
  ["ovh_cloud_project_kube", { nodes_subnet_id: "s" }, /nodes_subnet_id requires private_network_id/],
  ["ovh_cloud_project_kube", { nodes_subnet_id: "s", private_network_id: UNKNOWN }],
  ["ovh_cloud_project_kube", { customization: [{}], customization_apiserver: [{}] }, /conflicts with customization/],
  ["ovh_cloud_project_kube", { customization: [], customization_apiserver: [{}] }],
  ["ovh_cloud_project_instance", { ssh_key: [], ssh_key_create: [] }, /exactly one of ssh_key, ssh_key_create is written, here none/],
  ["ovh_cloud_project_instance", { ssh_key: [{ name: "k" }], ssh_key_create: [{}] }, /here ssh_key, ssh_key_create/],
  ["ovh_cloud_project_instance", { ssh_key: [{ name: "k" }] }],
  ["ovh_okms_service_key", { size: 512 }, /size is one of 128, .*here 512/],
  ["ovh_okms_service_key", { size: 256 }],
  [
    "ovh_cloud_project_storage_object_bucket_lifecycle_configuration",
    { rules: [{ expiration: { date: "1 May" } }] },
    /rules\.expiration\.date/,
  ],
  ["outscale_oks_project", { name: "shop", description: "x".repeat(41) }, /description has 1 to 40 characters, here 41/],
  ["outscale_oks_project", { name: "Shop" }, /name has the form .*here Shop/],
  ["outscale_oks_project", { name: "shop-cluster", description: "shop", cidr: "10.50.0.0/18" }],
  ["outscale_route", { gateway_id: "i", vm_id: "v" }, /exactly one of .*here gateway_id, vm_id/],
  ["outscale_route", { gateway_id: UNKNOWN }],
  ["outscale_security_group", { remove_default_outbound_rule: true }, /requires net_id/],
  ["outscale_security_group_rule", { ip_range: "10.0.0.0/8", rules: [{}] }, /ip_range conflicts with rules/],
  ["outscale_security_group_rule", {}, /at least one of rules/],
  ["outscale_load_balancer", { listeners: [{ backend_port: 70_000 }] }, /listeners\.backend_port is between 1 and 65535/],
  ["outscale_user", { user_name: "u", path: "/terroir/" }],
  ["outscale_user", { user_name: "u", path: "terroir" }, /path has the form/],
  ["outscale_load_balancer_attributes", { health_check: [{ timeout: 61 }] }, /health_check\.timeout is between 2 and 60/],
  ["upcloud_managed_database_mysql", { name: "acme-primary-spoke-analytics-database" }, /name has 3 to 30 characters, here 37/],
  ["upcloud_managed_database_mysql", { maintenance_window_dow: "sunday" }, /requires maintenance_window_time/],
  ["upcloud_kubernetes_node_group", { name: "General" }, /name has the form/],
  ["ionoscloud_nsg_firewallrule", { port_range_start: 1, port_range_end: 65_535 }, /port_range_end is between 1 and 65534/],
  ["ionoscloud_vcpu_server", { name: "m", availability_zone: "Zone_1" }],
  ["ionoscloud_vcpu_server", { name: "m", availability_zone: "ZONE_3" }, /availability_zone/],
  ["upcloud_file_storage", { name: "shop", size: 150 }, /size is between 250 and 25000, here 150/],
  ["upcloud_file_storage", { name: "shop", size: 250, network: [{ name: "private net" }] }, /network\.name has the form/],
  ["opentelekomcloud_cce_node_pool_v3", { key_pair: "k", taints: [{ key: "example.com/gpu", value: "x" }] }, /taints\.key has the form/],
  ["opentelekomcloud_cce_node_pool_v3", {}, /exactly one of password, key_pair is written, here none/],
  ["opentelekomcloud_vpc_v1", { name: "a network" }, /name has the form/],
  ["opentelekomcloud_sfs_turbo_share_v1", { name: "files", size: 100 }, /size is between 500/],
  ["opentelekomcloud_lb_monitor_v3", { delay: 10, timeout: 60 }, /timeout is between 1 and 50, here 60/],
  ["opentelekomcloud_lb_loadbalancer_v3", { subnet_id: "s", public_ip: [{ id: "i", ip_type: "5_bgp" }] }, /exactly one of id, ip_type/],
  ["exoscale_security_group_rule", { icmp_type: 8, start_port: 1 }, /start_port conflicts with icmp_type/],
  ["exoscale_compute_instance", { disk_size: 5 }, /disk_size is between 10/],
];

it.each(CASES.map(([type, config, words]) => ({ type, config, words })))("$type: $config", ({ type, config, words }) => {
  const told = unmet(demandsOf(type), config, type).map(({ detail }) => detail);
  if (words === undefined) expect(told).toEqual([]);
  else expect(told.join("\n")).toMatch(words);
});

it("takes a text that a rehearsal made up", () => {
  expect(unmet(demandsOf("outscale_oks_project"), { name: "rehearsal-Name" }, "outscale_oks_project")).toEqual([]);
});
