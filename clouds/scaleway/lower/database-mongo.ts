import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { mongoNodes } from "../sizes.ts";
import { nodeType, STORAGE } from "./database-size.ts";
import { projectOf } from "./project.ts";

/** MongoDB: one node, or three that vote; a snapshot every day. */
export function mongo(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  if (spec.nodes !== 1 && spec.nodes !== 3)
    throw new InputError(`Database ${spec.name} asks for ${spec.nodes} nodes; Scaleway sells MongoDB with one or three. Say { nodes: 3 }.`);
  if (spec.databases.length > 0)
    throw new InputError(
      `Database ${spec.name} names databases to create, and MongoDB creates one when it is first written to. Leave out { databases }.`,
    );
  const made = cx.resource(
    "scaleway_mongodb_instance",
    "database",
    {
      name: spec.name,
      region: cx.region,
      project_id: projectOf(cx),
      version: spec.version,
      node_type: nodeType(spec, mongoNodes),
      node_number: spec.nodes,
      volume_type: "sbs_5k",
      volume_size_in_gb: spec.storage ?? STORAGE,
      is_snapshot_schedule_enabled: true,
      snapshot_schedule_frequency_hours: 24,
      snapshot_schedule_retention_days: 14,
      private_network: [{ pn_id: spec.network.subnetId }],
    },
    spec.deletionProtection ? { preventDestroy: true } : {},
  );
  return { databaseId: made.ref("id"), host: made.ref("private_network[0].dns_records[0]"), port: made.ref("private_network[0].port") };
}
