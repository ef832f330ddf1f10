import type { RehearsalOverlay } from "../contract/rehearsal.ts";

const regional = (region: unknown, id: string): string => `${String(region ?? "fr-par")}/${id}`;

/** Ids are written `fr-par/<id>`, zoned ones `fr-par-1/<id>`. */
function parts(id: string): readonly [place: string, id: string] {
  const at = id.indexOf("/");
  if (at < 0) throw new Error(`"${id}" is no regional id: it has the form region/id.`);
  return [id.slice(0, at), id.slice(at + 1)];
}

/**
 * What the schema does not say of Scaleway, for the simulated provider. Ids carry their region or zone, `fr-par-1/…`; what replaces: docs/resources of
 * scaleway/terraform-provider-scaleway, seen 2026-11-28.
 */
export const rehearsal: RehearsalOverlay = {
  protocol: 6,
  // A resource that names no place is where its provider block says.
  inventions: {
    region: ({ provider }) => provider.region ?? "fr-par",
    zone: ({ provider }) => provider.zone ?? `${String(provider.region ?? "fr-par")}-1`,
  },
  functions: {
    region_from_id: (id) => parts(String(id))[0].replace(/-\d+$/, ""),
    id_from_regional_id: (id) => parts(String(id))[1],
  },
  replaces: ["region", "zone", "project_id", "private_network_id", "vpc_id", "cluster_id", "instance_id"],
  resources: {
    scaleway_vpc: { keeps: ["project_id"], fills: { id: ({ region }, cx) => regional(region, cx.uuid("id")) } },
    scaleway_vpc_private_network: { replaces: ["ipv4_subnet"], fills: { id: ({ region }, cx) => regional(region, cx.uuid("id")) } },
    scaleway_vpc_public_gateway: { replaces: ["ip_id"] },
    scaleway_vpc_gateway_network: { replaces: ["gateway_id"] },
    scaleway_instance_ip: { fills: { address: "198.51.100.20" } },
    scaleway_instance_server: { replaces: ["root_volume"] },
    scaleway_instance_private_nic: {
      replaces: ["server_id", "ipam_ip_ids"],
      fills: { private_ips: () => [{ id: "rehearsal", address: "10.0.0.5" }] },
    },
    scaleway_ipam_ip: { replaces: ["address", "source"] },
    scaleway_iam_ssh_key: { replaces: ["public_key"] },
    scaleway_iam_api_key: { replaces: ["application_id"] },
    scaleway_object_bucket: { replaces: ["name", "object_lock_enabled"], unique: ["name"] },
    scaleway_k8s_cluster: {
      replaces: ["type", "cni"],
      unique: ["name", "region"],
      fills: {
        apiserver_url: (_, cx) => `https://${cx.seed("api", 8)}.rehearsal.invalid:6443`,
        kubeconfig: (_, cx) => [
          {
            config_file: "rehearsal",
            host: `https://${cx.seed("api", 8)}.rehearsal.invalid:6443`,
            token: cx.seed("token"),
            cluster_ca_certificate: "cmVoZWFyc2Fs",
          },
        ],
      },
    },
    scaleway_k8s_pool: { replaces: ["node_type", "name"] },
    scaleway_rdb_instance: { replaces: ["engine", "encryption_at_rest"], unique: ["name"] },
    scaleway_rdb_database: { replaces: ["name"], unique: ["instance_id", "name"] },
    scaleway_rdb_user: { replaces: ["name"], unique: ["instance_id", "name"] },
    scaleway_mongodb_instance: { replaces: ["version"] },
    scaleway_key_manager_key: { replaces: ["usage", "algorithm"] },
    scaleway_lb: { replaces: ["ip_ids"], fills: { private_ips: () => [{ id: "rehearsal", address: "10.0.0.6" }] } },
    scaleway_registry_namespace: {
      replaces: ["name"],
      unique: ["name"],
      fills: { endpoint: ({ name }) => `rg.rehearsal.invalid/${String(name)}` },
    },
  },
};
