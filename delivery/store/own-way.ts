import type { Environment } from "../../engines/index.ts";
import type { GraphBackend } from "../graph/index.ts";
import { bucketOf } from "./bucket-of.ts";
import { type Credentials, credentialsIn } from "./credentials.ts";
import type { Bucket } from "./s3.ts";

/** A bucket that we can ask ourselves, as the engine does. */
export interface OwnWay {
  readonly at: Bucket & { readonly key: string };
  readonly credentials: Credentials;
}

/** The bucket of a state and who asks it; why the engine alone can ask it, in words; null where the state is in no bucket. */
export function ownWayTo(backend: Pick<GraphBackend, "type" | "at">, env: Environment): OwnWay | string | null {
  const at = bucketOf(backend);
  if (at === null) return null;
  const credentials = credentialsIn(env);
  if (credentials === null) return "neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY nor a file of credentials say who asks the store";
  if ((env.TF_WORKSPACE ?? "default") !== "default") return "TF_WORKSPACE names a workspace, whose state has another key";
  return onlyTheEngine(env) ?? { at, credentials };
}

/** A proxy or an authority for certificates that the engine knows of, and Node does not; in words, undefined where there is none. */
export function onlyTheEngine(env: Environment): string | undefined {
  const set = (...names: readonly string[]): string | undefined => names.find((name) => (env[name] ?? "") !== "");
  const proxy = set("HTTPS_PROXY", "https_proxy");
  if (proxy !== undefined && env.NODE_USE_ENV_PROXY !== "1")
    return `${proxy} names a proxy that Node takes no notice of: set NODE_USE_ENV_PROXY=1, with Node 22.21 or newer`;
  if (set("AWS_CA_BUNDLE") !== undefined && set("NODE_EXTRA_CA_CERTS") === undefined)
    return "AWS_CA_BUNDLE names certificates that Node does not read: set NODE_EXTRA_CA_CERTS as well";
  return undefined;
}
