import type { Environment } from "../../../engines/index.ts";
import type { GraphBackend } from "../../graph/index.ts";
import { backendConfig } from "../../state/backend-config.ts";
import type { RecordsBeside } from "./beside.ts";
import { besideInBucket } from "./bucket.ts";
import { besideInGitLab } from "./gitlab.ts";
import { besideInCluster } from "./kubernetes.ts";
import { besideInPostgres } from "./postgres.ts";

export type { RecordsBeside } from "./beside.ts";

/**
 * Where records of a state are kept as well; null: the state is a file, and they are beside it; a text: why they cannot be. Nothing is asked yet.
 *
 * @param folder the stack's
 */
export function recordsBeside(backend: Pick<GraphBackend, "type" | "at">, folder: string, env: Environment): RecordsBeside | string | null {
  switch (backend.type) {
    case "local":
      return null;
    case "s3":
      return (
        besideInBucket(backend, env) ?? "only the engine knows which bucket it is: its name, key or address stands in no file of the stack"
      );
    case "http":
      return (
        besideInGitLab(backend.at.address ?? env.TF_HTTP_ADDRESS ?? "", env) ??
        "a server of Terraform's HTTP protocol keeps one state, and nothing beside it"
      );
    case "pg":
      return besideInPostgres(backendConfig(folder).config, env);
    case "kubernetes":
      return besideInCluster(backendConfig(folder).config, env);
    default:
      return `this command does not know how to keep anything in a store of the type ${backend.type}`;
  }
}
