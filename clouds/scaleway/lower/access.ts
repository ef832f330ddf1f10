import { InputError } from "../../../catalogue/index.ts";
import type { AccessSpec, Lower, LowerContext, Statement } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A policy of the organization for one identity on the project: Scaleway's sets of permissions speak of products of a project, not of single things. What
 * would reach more than was granted is refused, clusters and registries apart, whose rights hold for the project here as they do at OVHcloud.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/iam_policy.md, www.scaleway.com "Permission sets"; seen 2026-11-28.
 */
export const access: Lower<"access"> = (spec, cx) => {
  if (spec.first.concept === "database") return databaseUser(spec, cx);
  permissions(spec.first);
  cx.resource("scaleway_iam_policy", "policy", {
    name: spec.name,
    description: `${spec.identity.name}: ${spec.concept}`,
    ...(spec.identity.kind === "people" ? { group_id: spec.identity.principal } : { application_id: spec.identity.principal }),
    rule: [
      {
        project_ids: [projectOf(cx)],
        permission_set_names: cx.later(() => [...new Set(spec.statements().flatMap(permissions))].sort()),
      },
    ],
  });
  return {};
};

const SETS: Readonly<Record<string, readonly string[]>> = {
  "account:read": ["AllProductsReadOnly"],
  "account:operate": [
    "AllProductsReadOnly",
    "BlockStorageFullAccess",
    "ContainerRegistryFullAccess",
    "InstancesFullAccess",
    "KubernetesFullAccess",
    "LoadBalancersFullAccess",
    "RelationalDatabasesFullAccess",
  ],
  "account:administer": ["AllProductsFullAccess"],
  "cluster:read": ["KubernetesReadOnly"],
  "cluster:administer": ["KubernetesFullAccess"],
  "registry:pull": ["ContainerRegistryReadOnly"],
  "registry:push": ["ContainerRegistryFullAccess"],
  "secretStore:read": ["SecretManagerReadOnly", "SecretManagerSecretAccess"],
  "secretStore:write": ["SecretManagerSecretWrite"],
  "auditLog:read": ["ObservabilityReadOnly"],
};

function permissions(statement: Statement): readonly string[] {
  if (statement.concept === "bucket")
    throw new InputError(
      `A right on one bucket is a policy of the bucket at Scaleway, which shuts out everybody that it does not name, the engine among them. Leave the grant out, and write a scaleway_object_bucket_policy that names them all.`,
    );
  if (statement.concept === "secretStore" && statement.secret !== undefined)
    throw new InputError(
      `Scaleway's permissions reach every secret of the project, and one was granted. Grant the store as a whole, or keep the secret in a project of its own.`,
    );
  const sets = SETS[`${statement.concept}:${statement.access}`];
  if (sets === undefined)
    throw new InputError(
      `Scaleway has no set of permissions for "${statement.access}" on one ${statement.concept}: it would reach all of them. Leave the grant out, and write a policy of your own.`,
    );
  return sets;
}

/** A user of the database, with a password that the engine draws and the state keeps, which is why the state is encrypted. It reads and writes; it manages nothing. */
function databaseUser({ identity, first }: AccessSpec, cx: LowerContext) {
  if (first.concept !== "database") throw new TypeError("no access to a database");
  if (identity.kind === "people")
    throw new InputError(
      `A database user is one name and one password, which people would have to share. Grant the database to a machine, new Identity(scope, id, { kind: "machine" }).`,
    );
  if (first.engine !== "postgresql" && first.engine !== "mysql")
    throw new InputError(
      `Scaleway's provider makes users of PostgreSQL and MySQL, and this is ${first.engine}. Leave the grant out, and make the user in the database.`,
    );
  const password = cx.resource("random_password", "password", { length: 40, min_lower: 4, min_upper: 4, min_numeric: 4, min_special: 4 });
  const user = cx.resource("scaleway_rdb_user", "user", {
    instance_id: first.databaseId,
    region: cx.region,
    name: identity.name,
    is_admin: false,
    password: password.ref("result"),
  });
  return { credentials: { id: user.ref("name"), secret: password.ref("result") } };
}
