import type { Lower } from "../../contract/index.ts";
import { bucketAccess } from "./access-bucket.ts";
import { databaseAccess } from "./access-database.ts";
import { policyAccess } from "./access-policy.ts";
import { registryAccess } from "./access-registry.ts";

/**
 * What an identity may do. OVHcloud has four places for it: the account's policies (project, clusters, keys, secrets, logs), a document of the
 * object store's user, and the users that a database and a registry keep themselves.
 */
export const access: Lower<"access"> = (spec, cx) => {
  switch (spec.concept) {
    case "bucket":
      return bucketAccess(spec, cx);
    case "database":
      return databaseAccess(spec, cx);
    case "registry":
      return registryAccess(spec, cx);
    default:
      return policyAccess(spec, cx);
  }
};
