import type { ResourceBehaviour, SimulatedObject, SimulatedValue } from "../../contract/rehearsal.ts";
import { oneOf } from "./sold.ts";

const texts = (value: SimulatedValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((x) => typeof x === "string") : [];

/** The first address of a range, which OVHcloud gives to the gateway. */
function firstAddress(cidr: SimulatedValue | undefined): string {
  const [a = "10", b = "0", c = "0", d = "0"] =
    String(cidr ?? "10.0.0.0/24")
      .split("/")[0]
      ?.split(".") ?? [];
  return `${a}.${b}.${c}.${Number(d) + 1}`;
}

/** Networks. What replaces, and import ids: docs/resources of ovh/terraform-provider-ovh, seen 2026-11-23. */
export const network: Readonly<Record<string, ResourceBehaviour>> = {
  ovh_cloud_project_network_private: {
    replaces: ["vlan_id"],
    importId: ["service_name", "id"],
    fills: {
      id: (_, cx) => `pn-${Number.parseInt(cx.seed("id", 6), 16)}_0`,
      status: "ACTIVE",
      type: "private",
      regions_attributes: ({ regions }, cx) => texts(regions).map((region) => ({ region, openstackid: cx.uuid(region), status: "ACTIVE" })),
      regions_openstack_ids: ({ regions }, cx) => Object.fromEntries(texts(regions).map((region) => [region, cx.uuid(region)])),
      regions_status: ({ regions }) => texts(regions).map((region) => ({ region, status: "ACTIVE" })),
    },
  },
  ovh_cloud_project_network_private_subnet: {
    replaces: ["network_id", "dhcp", "start", "end", "network", "no_gateway"],
    importId: ["service_name", "network_id", "id"],
    fills: {
      cidr: ({ network: range }) => range ?? null,
      gateway_ip: ({ network: range, no_gateway: none }) => (none === true ? null : firstAddress(range)),
      ip_pools: ({ network: range, region, start, end, dhcp }) => [
        { network: range ?? null, region: region ?? null, start: start ?? null, end: end ?? null, dhcp: dhcp ?? false },
      ],
    },
  },
  ovh_cloud_network_private_vrack: {
    replaces: ["description", "vlan_id"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
    fills: { vlan_id: (_, cx) => 2 + (Number.parseInt(cx.seed("vlan", 4), 16) % 3990) },
  },
  ovh_cloud_network_private_vrack_subnet: {
    replaces: ["network_id", "cidr"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "network_id", "id"],
    defaults: { dhcp_enabled: true },
    fills: {
      gateway_ip: ({ cidr }) => firstAddress(cidr),
      allocation_pools: ({ cidr }) => {
        const first = firstAddress(cidr).split(".").slice(0, 3).join(".");
        return [{ start: `${first}.2`, end: `${first}.254` }];
      },
    },
  },
  ovh_cloud_gateway: {
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
    known: { "external_gateway.model": oneOf("gateway model", "S", "M", "L", "XL", "2XL", "3XL") },
  },
  ovh_cloud_project_gateway: {
    replaces: ["network_id", "subnet_id"],
    known: { model: oneOf("gateway model", "s", "m", "l", "xl", "2xl", "3xl") },
  },
  ovh_cloud_floating_ip: { recomputed: ["updated_at", "checksum", "current_state"], importId: ["service_name", "id"] },
  ovh_cloud_security_group: {
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
    known: {
      "rule.direction": oneOf("direction", "INGRESS", "EGRESS"),
      "rule.ethernet_type": oneOf("ethernet type", "IPV4", "IPV6"),
    },
  },
  ovh_cloud_project_loadbalancer: {
    // The documentation names no attribute that may change but these three.
    replaces: ["flavor_id", "network"],
    importId: ["service_name", "region_name", "id"],
    fills: {
      region: ({ region_name: region }) => region ?? null,
      operating_status: "online",
      provisioning_status: "active",
      floating_ip: ({ network: wanted }, cx) => (hasFloatingIp(wanted) ? { id: cx.uuid("floating"), ip: "203.0.113.80" } : null),
    },
  },
};

function hasFloatingIp(wanted: SimulatedValue | undefined): boolean {
  const { private: inside } = (wanted ?? {}) as { private?: SimulatedObject };
  return inside !== undefined && ((inside.floating_ip ?? null) !== null || (inside.floating_ip_create ?? null) !== null);
}
