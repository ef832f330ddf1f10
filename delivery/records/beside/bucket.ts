import type { Environment } from "../../../engines/index.ts";
import type { GraphBackend } from "../../graph/index.ts";
import { ownWayTo } from "../../store/own-way.ts";
import { asking, meaningOf, StoreError } from "../../store/s3.ts";
import { besideAt, type RecordsBeside } from "./beside.ts";

/** Where records of a state lie, by the state's own key. */
const recordsPrefix = (key: string): string => `${key.replace(/\.tfstate$/, "")}.records/`;

/** In the bucket of the state; why not, in words; null where the state is in no bucket that its settings name. */
export function besideInBucket(backend: Pick<GraphBackend, "type" | "at">, env: Environment): RecordsBeside | string | null {
  const way = ownWayTo(backend, env);
  if (way === null || typeof way === "string") return way;
  const { at, credentials } = way;
  const prefix = recordsPrefix(at.key);
  const ask = asking(at, credentials);
  return besideAt(`s3://${at.bucket}/${prefix}`, async () => ({
    async put(name, body) {
      const key = `${prefix}${name}`;
      const answer = await ask("PUT", key, { body, headers: { "If-None-Match": "*", "Content-Type": "application/json" } });
      // Stores that know no conditions say so.
      const plain = answer.status === 501 ? await ask("PUT", key, { body }) : answer;
      if (plain.status !== 200 && plain.status !== 412)
        throw new StoreError(
          at.bucket,
          at.endpoint,
          `a record cannot be kept as ${key}: ${meaningOf(plain)}. Let these credentials write there, or keep records elsewhere (--records)`,
        );
    },
    close: async () => {},
  }));
}
