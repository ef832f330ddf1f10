import { at } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ExoscaleDataSourceType, ExoscaleResourceType } from "../types.ts";

/** Every entry here writes its zone. */
const zone = at("zone");
const target = { deploy_target_id: "A set of dedicated hosts within the zone." } as const;
const probe = { "healthcheck[].uri": "The path that a health check asks for." } as const;

/** Machines, volumes, networks, balancers, clusters, object storage and keys. */
export const resources = {
  exoscale_block_storage_volume: { ...zone, notPlaces: { snapshot_target: "The snapshot that the volume is filled from." } },
  exoscale_block_storage_volume_snapshot: zone,
  exoscale_compute_instance: { ...zone, notPlaces: target },
  exoscale_elastic_ip: { ...zone, notPlaces: probe },
  exoscale_instance_pool: { ...zone, notPlaces: target },
  // docs/resources/kms_key.md: "Whether the key is replicated across multiple zones"; which zones those are, it does not say.
  exoscale_kms_key: {
    ...zone,
    sends: [
      {
        path: "multi_zone",
        kind: "replica",
        means: "region",
        absent: { means: "here", because: "A key that is not asked to be in several zones is in its own." },
        special: {
          true: { means: "everywhere", because: "a key of several zones may be kept in any of them, the Swiss ones included" },
          false: { means: "here", because: "The key stays in its zone." },
        },
      },
    ],
  },
  exoscale_nlb: zone,
  exoscale_nlb_service: { ...zone, notPlaces: { ...probe, target_port: "The port on which the machines answer." } },
  exoscale_private_network: zone,
  exoscale_sks_cluster: {
    ...zone,
    sends: [{ path: "audit[].endpoint", kind: "log", means: "endpoint" }],
    notPlaces: {
      "oidc[].issuer_url": "Who vouches for the people who log in: asked for its keys, and told nothing of the cluster's data.",
    },
  },
  exoscale_sks_kubeconfig: zone,
  exoscale_sks_nodepool: { ...zone, notPlaces: target },
  exoscale_sos_bucket_policy: zone,
} satisfies Partial<Record<ExoscaleResourceType, Placement>>;

export const dataSources = {
  exoscale_block_storage_volume: zone,
  exoscale_block_storage_volume_snapshot: zone,
  exoscale_compute_instance: zone,
  exoscale_compute_instance_list: { ...zone, notPlaces: target },
  exoscale_elastic_ip: zone,
  exoscale_instance_pool: zone,
  exoscale_instance_pool_list: zone,
  exoscale_nlb: zone,
  exoscale_nlb_service_list: zone,
  exoscale_private_network: zone,
  exoscale_sks_cluster: {
    ...zone,
    notPlaces: {
      endpoint: "The address of the cluster that is looked for.",
      "audit[].endpoint": "Where the cluster that is looked for sends its audit log.",
      "oidc[].issuer_url": "Who vouches for the people who log in to the cluster that is looked for.",
    },
  },
  exoscale_sks_cluster_list: { ...zone, notPlaces: { endpoint: "The address of the clusters that are looked for." } },
  exoscale_sks_nodepool: { ...zone, notPlaces: target },
  exoscale_sks_nodepool_list: { ...zone, notPlaces: target },
  exoscale_sos_bucket_policy: zone,
} satisfies Partial<Record<ExoscaleDataSourceType, Placement>>;
