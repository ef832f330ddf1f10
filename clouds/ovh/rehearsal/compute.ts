import type { ResourceBehaviour } from "../../contract/rehearsal.ts";
import { DATABASE_SIZE, ENGINE, FLAVOUR, KUBERNETES, oneOf, PLAN, REGION } from "./sold.ts";

/** Ports on which the engines listen, one for each so that a mix-up shows; OVHcloud gives every service its own. */
const PORTS: Readonly<Record<string, readonly [scheme: string, port: number]>> = {
  postgresql: ["postgresql", 20184],
  mysql: ["mysql", 20185],
  mongodb: ["mongodb", 27017],
  valkey: ["valkeys", 20186],
  kafka: ["kafka", 20187],
  opensearch: ["https", 20188],
  grafana: ["https", 443],
  clickhouse: ["clickhouse", 20189],
};

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Machines, clusters and databases. What replaces, defaults and import ids: docs/resources of ovh/terraform-provider-ovh, seen 2026-11-23. */
export const compute: Readonly<Record<string, ResourceBehaviour>> = {
  ovh_cloud_instance: {
    replaces: ["ssh_key_name", "group_id"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
    defaults: { power_state: "ACTIVE" },
    known: { power_state: oneOf("power state", "ACTIVE", "SHUTOFF", "SHELVED") },
    fills: { security_group_ids: (_, cx) => [cx.uuid("default security group")] },
  },
  ovh_cloud_project_instance: {
    replaces: [
      "billing_period",
      "network",
      "flavor",
      "boot_from",
      "group",
      "name",
      "ssh_key",
      "ssh_key_create",
      "user_data",
      "auto_backup",
    ],
    known: { billing_period: oneOf("billing period", "hourly", "monthly") },
    fills: { status: "ACTIVE", addresses: (_, cx) => [{ ip: `10.0.0.${1 + (Number.parseInt(cx.seed("ip", 2), 16) % 250)}`, version: 4 }] },
  },
  ovh_cloud_ssh_key: { replaces: ["name", "public_key"], unique: ["service_name", "name"] },
  ovh_cloud_project_ssh_key: { replaces: ["name", "public_key"], unique: ["service_name", "name"] },
  ovh_cloud_project_kube: {
    replaces: ["kube_proxy_mode", "private_network_id", "nodes_subnet_id", "plan", "ip_allocation_policy"],
    importId: ["service_name", "id"],
    defaults: { kube_proxy_mode: "iptables", plan: "free", update_policy: "ALWAYS_UPDATE" },
    known: {
      version: KUBERNETES,
      plan: oneOf("plan", "free", "standard"),
      kube_proxy_mode: oneOf("proxy mode", "iptables", "ipvs"),
      update_policy: oneOf("update policy", "ALWAYS_UPDATE", "MINIMAL_DOWNTIME", "NEVER_UPDATE"),
    },
    fills: {
      version: "1.31",
      is_up_to_date: true,
      control_plane_is_up_to_date: true,
      kubeconfig_attributes: (_, cx) => [
        {
          host: `https://${cx.seed("kubeconfig", 8)}.rehearsal.invalid`,
          client_certificate: base64(`rehearsal certificate ${cx.seed("certificate")}`),
          client_key: base64(`rehearsal key ${cx.seed("key")}`),
          cluster_ca_certificate: base64(`rehearsal authority ${cx.seed("authority")}`),
        },
      ],
    },
  },
  ovh_cloud_project_kube_nodepool: {
    replaces: ["kube_id", "name", "flavor_name", "monthly_billed", "anti_affinity", "availability_zones"],
    recomputed: ["updated_at"],
    importId: ["service_name", "kube_id", "id"],
    defaults: { anti_affinity: false, autoscale: false, monthly_billed: false },
    known: { flavor_name: FLAVOUR },
    unique: ["kube_id", "name"],
    fills: {
      flavor: ({ flavor_name: flavour }) => flavour ?? null,
      project_id: ({ service_name: project }) => project ?? null,
      desired_nodes: ({ min_nodes: least }) => (typeof least === "number" ? least : 1),
      min_nodes: 0,
      max_nodes: 100,
      size_status: "CAPACITY_OK",
      available_nodes: ({ desired_nodes: wanted }) => (typeof wanted === "number" ? wanted : 1),
      current_nodes: ({ desired_nodes: wanted }) => (typeof wanted === "number" ? wanted : 1),
      up_to_date_nodes: ({ desired_nodes: wanted }) => (typeof wanted === "number" ? wanted : 1),
    },
  },
  ovh_cloud_project_kube_oidc: { replaces: ["kube_id"], importId: ["service_name", "kube_id"] },
  ovh_cloud_project_kube_iprestrictions: { replaces: ["kube_id"], importId: ["service_name", "kube_id"] },
  ovh_cloud_project_database: {
    replaces: ["engine"],
    importId: ["service_name", "engine", "id"],
    known: { engine: ENGINE, plan: PLAN, flavor: DATABASE_SIZE, "nodes.region": REGION },
    fills: {
      disk_size: 80,
      disk_type: "high-speed",
      backup_time: "02:00:00",
      maintenance_time: "04:00:00",
      advanced_configuration: {},
      backup_regions: ({ nodes }) => (Array.isArray(nodes) ? nodes.slice(0, 1).map((n) => (n as { region?: string }).region ?? null) : []),
      network_type: ({ nodes }) => (JSON.stringify(nodes ?? []).includes('"subnet_id":"') ? "private" : "public"),
      endpoints: ({ engine }, cx) => {
        const [scheme, port] = PORTS[String(engine)] ?? ["https", 443];
        const domain = `${String(engine)}-${cx.seed("endpoint", 8)}.rehearsal.invalid`;
        return [
          {
            component: String(engine),
            domain,
            path: "",
            port,
            scheme,
            ssl: true,
            ssl_mode: "require",
            uri: `${scheme}://${domain}:${port}`,
          },
        ];
      },
    },
  },
  ovh_cloud_project_database_database: { replaces: ["cluster_id", "engine", "name"], unique: ["cluster_id", "name"] },
  ovh_cloud_project_database_user: { replaces: ["cluster_id", "engine", "name"], unique: ["cluster_id", "name"] },
  ovh_cloud_project_database_postgresql_user: { replaces: ["cluster_id", "name"], unique: ["cluster_id", "name"] },
};
