import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { relationalNodes } from "../sizes.ts";
import { nodeType, STORAGE } from "./database-size.ts";
import { projectOf } from "./project.ts";

/** PostgreSQL or MySQL: encrypted at rest, backed up every day inside its region. Two nodes are one that works and one that waits; more are not sold. */
export function relational(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  if (spec.nodes > 2)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.nodes} nodes; Scaleway sells ${spec.engine} with one or two. Say { nodes: 2 }.`,
    );
  const { region } = cx;
  const made = cx.resource(
    "scaleway_rdb_instance",
    "database",
    {
      name: spec.name,
      region,
      project_id: projectOf(cx),
      engine: `${spec.engine === "mysql" ? "MySQL" : "PostgreSQL"}-${spec.version}`,
      node_type: nodeType(spec, relationalNodes),
      is_ha_cluster: spec.nodes === 2,
      volume_type: "sbs_5k",
      volume_size_in_gb: spec.storage ?? STORAGE,
      encryption_at_rest: true,
      disable_backup: false,
      backup_schedule_frequency: 24,
      backup_schedule_retention: 14,
      backup_same_region: true,
      private_network: [{ pn_id: spec.network.subnetId, enable_ipam: true }],
    },
    spec.deletionProtection ? { preventDestroy: true } : {},
  );
  const instance_id = made.ref("id");
  for (const name of spec.databases) cx.resource("scaleway_rdb_database", `database-${name}`, { instance_id, region, name });
  return { databaseId: instance_id, host: made.ref("private_network[0].hostname"), port: made.ref("private_network[0].port") };
}
