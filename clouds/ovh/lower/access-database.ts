import { InputError } from "../../../catalogue/index.ts";
import type { AccessOutputs, AccessSpec, LowerContext } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A user of the database, with a password that OVHcloud draws. It reads and writes data; it manages neither users nor the service.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_database_*_user.md; seen 2026-11-23.
 */
export function databaseAccess(spec: AccessSpec, cx: LowerContext): AccessOutputs {
  if (spec.first.concept !== "database") throw new TypeError(`${spec.name} is no access to a database.`);
  if (spec.identity.kind === "people")
    throw new InputError(
      `A database user is one name and one password, which people would have to share. Grant the database to a machine, new Identity(scope, id, { kind: "machine" }).`,
    );
  const of = { service_name: projectOf(cx), cluster_id: spec.first.databaseId, name: spec.identity.name };
  const { type, args } = userOf(spec.first.engine);
  const user = cx.resource(type, "user", { ...of, ...args });
  return { credentials: { id: spec.identity.name, secret: user.ref("password") } };
}

/** The resource that makes a user of an engine, and the rights that it gets. */
function userOf(engine: string): { readonly type: string; readonly args: Readonly<Record<string, unknown>> } {
  switch (engine) {
    case "postgresql":
      return { type: "ovh_cloud_project_database_postgresql_user", args: {} };
    case "mongodb":
      return { type: "ovh_cloud_project_database_mongodb_user", args: { roles: ["readWriteAnyDatabase@admin"] } };
    case "opensearch":
      return { type: "ovh_cloud_project_database_opensearch_user", args: { acls: [{ pattern: "*", permission: "readwrite" }] } };
    case "valkey":
      return {
        type: "ovh_cloud_project_database_valkey_user",
        args: { categories: ["+@all", "-@admin", "-@dangerous"], keys: ["*"], channels: ["*"] },
      };
    case "clickhouse":
      return { type: "ovh_cloud_project_database_clickhouse_user", args: {} };
    default:
      return { type: "ovh_cloud_project_database_user", args: { engine } };
  }
}
