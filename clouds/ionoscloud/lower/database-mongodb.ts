import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { backupsOf } from "./database-backups.ts";
import { guarded, maintenance, nodeOf } from "./database-parts.ts";
import { lanAddresses } from "./lan-address.ts";

/** MongoDB of the edition that takes any size, and an address of the LAN for each node. Users are made beside it. */
export function mongodb(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  if (spec.nodes % 2 === 0)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.nodes} nodes, and MongoDB's vote: an odd number. Say { nodes: ${spec.nodes + 1} }.`,
    );
  if (spec.databases.length > 0)
    throw new InputError(
      `Database ${spec.name} names databases to create, and MongoDB creates one when it is first written to. Leave out { databases }.`,
    );
  const { addresses, withPrefix } = lanAddresses(`Database ${spec.name}`, spec.name, spec.network, spec.nodes, cx);
  const { cores, memory, storage } = nodeOf(spec, LARGEST);
  const made = cx.resource(
    "ionoscloud_mongo_cluster",
    "database",
    {
      display_name: spec.name,
      location: cx.region,
      mongodb_version: spec.version,
      edition: "enterprise",
      type: "replicaset",
      instances: spec.nodes,
      cores,
      ram: memory * 1024,
      storage_size: storage * 1024,
      storage_type: "SSD Premium",
      connections: [{ datacenter_id: spec.network.networkId, lan_id: spec.network.subnetId, cidr_list: [...withPrefix] }],
      maintenance_window: [maintenance(spec)],
      backup: [{ location: backupsOf(spec, cx).former }],
    },
    guarded(spec),
  );
  const host = `\${trimprefix(${made.ref("connection_string")}, "mongodb+srv://")}`;
  return { databaseId: made.ref("id"), host, port: "27017", addresses };
}

/** Gigabytes of memory of its largest node. Source: docs.ionos.com/cloud/early-access/dbaas-mongodb/overview/sizing; seen 2026-11-28. */
const LARGEST = 64;
