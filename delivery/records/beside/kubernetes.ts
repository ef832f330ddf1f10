import { EngineError } from "../../../catalogue/errors.ts";
import type { Environment } from "../../../engines/index.ts";
import type { Members } from "../../graph/document.ts";
import { clusterOf } from "../../store/cluster.ts";
import { besideAt, type RecordsBeside } from "./beside.ts";

/** Immutable secrets of the namespace that has the state, one a record: who may write states may write those as well. A text says why not. */
export function besideInCluster(config: Members, env: Environment): RecordsBeside | string {
  const cluster = clusterOf(config, env);
  if (typeof cluster === "string") return cluster;
  const { host, namespace, suffix, ask } = cluster;
  return besideAt(`secrets ${nameOf(suffix, "…")} of the namespace ${namespace} at ${host}`, async () => ({
    async put(name, text) {
      const { status } = await ask("POST", `/api/v1/namespaces/${namespace}/secrets`, secretOf(suffix, name, text));
      // 409: it is there.
      if (![200, 201, 409].includes(status))
        throw new EngineError(
          `The cluster at ${host} does not keep the record ${name} (HTTP ${status}). Let this account create secrets in the namespace ${namespace}; or keep records elsewhere (--records).`,
        );
    },
    close: async () => {},
  }));
}

const nameOf = (suffix: string, record: string): string => `terroir-record-${suffix}-${record}`.toLowerCase();

const secretOf = (suffix: string, file: string, text: string): object => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: {
    name: nameOf(suffix, file.replace(/\.json$/, "")),
    labels: { "app.kubernetes.io/managed-by": "terroir", "app.kubernetes.io/component": "delivery-record" },
  },
  type: "Opaque",
  immutable: true,
  data: { [file]: Buffer.from(text, "utf8").toString("base64") },
});
