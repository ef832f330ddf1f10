import type { Placement } from "../../contract/placement.ts";

const DATA_CENTRES = ["ionoscloud_datacenter", "data.ionoscloud_datacenter"] as const;

/** `location` of what stands in a data centre chooses the address of the API that is called, and nothing else: one elsewhere is refused as well. */
const zones = ["location"] as const;

/** What stands in a virtual data centre. */
export const inDataCentre: Placement = { by: "parent", path: "datacenter_id", of: DATA_CENTRES, zones };

/** What belongs to something else, and names a location only to be called at its address. */
export const within = (path: string, ...of: readonly string[]): Placement => ({ by: "parent", path, of, zones });

/** What is kept by one of several regional services, and takes the location of what it belongs to where it names none. */
export const withinRegional = (path: string, ...of: readonly string[]): Placement => ({
  by: "attribute",
  paths: ["location"],
  parent: { path, of },
  absent: { means: "unknown", because: "The address of the regional service decides, which an environment variable may move." },
});

/**
 * A regional service whose instances stand on a private network of a data centre. docs/resources/nfs_cluster.md has the data centre as the place of the
 * instance, docs/resources/vpn_ipsec_gateway.md wants all connections in one: a network's broadcasts do not leave its location.
 */
export const onNetwork: Placement = withinRegional("connections[].datacenter_id", ...DATA_CENTRES);
export const connected = {
  "connections[].datacenter_id": "The data centre on whose private network it stands, which is in the same location.",
} as const;

/** Looks for something, at one location or at all of them. */
export const sought = (because: string, ...told: readonly string[]): Placement => ({
  by: "attribute",
  paths: ["location"],
  absent: { means: "nothing", because },
  ...(told.length > 0 && { told }),
});

/** Looks into a data centre. */
export const soughtInside = (because: string): Placement => ({
  ...sought(because),
  notPlaces: { datacenter_id: "The data centre that is looked into; it says itself where it is." },
});

/** A bucket to which logs are written, by its name. */
export const BUCKETS = ["ionoscloud_s3_bucket", "ionoscloud_user_object_storage_bucket", "data.ionoscloud_s3_bucket"] as const;
export const logs = (path: string) => ({ path, kind: "log", means: "reference", of: BUCKETS }) as const;

/** A backup service of the contract, which says nowhere where it keeps what agents send to it. */
export const backsUp = (path: string) =>
  ({ path, kind: "backup", means: "reference", of: ["ionoscloud_backup_unit", "data.ionoscloud_backup_unit"] }) as const;

/** What has addresses of its own. */
const ADDRESSED = [
  "ionoscloud_cube_server",
  "ionoscloud_gpu_server",
  "ionoscloud_ipblock",
  "ionoscloud_nic",
  "ionoscloud_server",
  "ionoscloud_vcpu_server",
] as const;

/** An address to which traffic is handed on: a machine's in the same program, or anybody's. */
export const handsOn = (path: string) => ({ path, kind: "peer", means: "address", of: ADDRESSED }) as const;
