import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseSpec, Lower } from "../../contract/index.ts";
import { databasePlan, databaseSize } from "./database-plans.ts";
import { shortNameOf } from "./location.ts";
import { projectOf } from "./project.ts";

/**
 * A managed database whose nodes have addresses in the private network only. It is encrypted with the operator's key: it takes none of your own.
 * Where backups go is always said, because OVHcloud would otherwise choose a second region by itself.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_database.md, cloud_project_database_database.md,
 * cloud_project_database_log_subscription.md; seen 2026-11-23.
 */
export const database: Lower<"database"> = (spec, cx) => {
  const service_name = projectOf(cx);
  const region = shortNameOf(cx.region, "database");
  const made = cx.resource("ovh_cloud_project_database", "database", {
    service_name,
    description: spec.name,
    engine: spec.engine,
    version: spec.version,
    plan: databasePlan(spec),
    flavor: databaseSize(spec),
    ...(spec.storage === undefined ? {} : { disk_size: spec.storage }),
    nodes: Array.from({ length: spec.nodes }, () => ({ region, network_id: spec.network.networkId, subnet_id: spec.network.subnetId })),
    ip_restrictions: spec.allowedFrom.map(({ cidr, description }) => ({ ip: cidr, description })),
    ...backups(spec),
    maintenance_time: `${spec.maintenanceAt}:00`,
    deletion_protection: spec.deletionProtection,
    ...(spec.engine === "opensearch" ? { opensearch_acls_enabled: true } : {}),
  });
  const of = { service_name, engine: spec.engine, cluster_id: made.ref("id") };
  for (const name of spec.databases) cx.resource("ovh_cloud_project_database_database", `database-${name}`, { ...of, name });
  if (spec.auditLogId !== undefined)
    cx.resource("ovh_cloud_project_database_log_subscription", "log", { ...of, kind: "customer_logs", stream_id: spec.auditLogId });
  return { databaseId: made.ref("id"), host: made.ref("endpoints[0].domain"), port: made.ref("endpoints[0].port") };
};

/** Kafka keeps no backups; OpenSearch chooses the hour itself. */
function backups({ name, engine, backups: { at, regions } }: DatabaseSpec) {
  if (engine === "kafka") return {};
  if (engine === "mongodb" && regions.length > 1)
    throw new InputError(
      `Database ${name} wants its backups in ${regions.join(" and ")}; OVHcloud keeps those of MongoDB in one region. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.`,
    );
  return {
    backup_regions: [...new Set(regions.map((code) => shortNameOf(code, "database")))],
    ...(engine === "opensearch" ? {} : { backup_time: `${at}:00` }),
  };
}
