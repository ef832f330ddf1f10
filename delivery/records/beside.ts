import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Credentials } from "../store/credentials.ts";
import { type AskStore, asking, type Bucket, meaningOf, StoreError } from "../store/s3.ts";

/** Records beside a state that lies in a bucket: each is written here first, and then brought there. */
export interface RecordsBeside {
  /** `s3://states/shop.records/` */
  readonly address: string;
  /**
   * Brings there what a folder holds and is not there yet.
   *
   * @throws StoreError when the store does not take one; the next call tries again
   */
  bring(folder: string): Promise<void>;
}

/** Where records of a state lie, by the state's own key. */
export const recordsPrefix = (key: string): string => `${key.replace(/\.tfstate$/, "")}.records/`;

export function recordsBeside(bucket: Bucket & { readonly key: string }, credentials: Credentials): RecordsBeside {
  const prefix = recordsPrefix(bucket.key);
  const ask = asking(bucket, credentials);
  return {
    address: `s3://${bucket.bucket}/${prefix}`,
    async bring(folder) {
      const there = new Set(brought(folder));
      for (const name of namesIn(folder)) {
        if (there.has(name)) continue;
        await put(ask, bucket, `${prefix}${name}`, readFileSync(join(folder, name)));
        there.add(name);
        writeFileSync(join(folder, BROUGHT), [...there].map((one) => `${one}\n`).join(""), { mode: 0o600, flush: true });
      }
    },
  };
}

/** Names of records that are there already. */
const BROUGHT = ".brought";

const brought = (folder: string): readonly string[] =>
  existsSync(join(folder, BROUGHT)) ? readFileSync(join(folder, BROUGHT), "utf8").split("\n").filter(Boolean) : [];

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];

/** A record is never written over: one that is there already is this one, since its name holds its run. */
async function put(ask: AskStore, { bucket, endpoint }: Bucket, key: string, body: Buffer): Promise<void> {
  const answer = await ask("PUT", key, { body, headers: { "If-None-Match": "*", "Content-Type": "application/json" } });
  // Stores that know no conditions say so.
  const plain = answer.status === 501 ? await ask("PUT", key, { body }) : answer;
  if (plain.status !== 200 && plain.status !== 412)
    throw new StoreError(
      bucket,
      endpoint,
      `a record cannot be kept as ${key}: ${meaningOf(plain)}. Let these credentials write there, or keep records elsewhere (--records)`,
    );
}
