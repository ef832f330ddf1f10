import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Answer, AskStore, Bucket } from "./s3.ts";

/** A store that only pretends: which buckets it has, and whether they keep versions, stands in a file. Enough for making one, and finding it again. */
export function pretending({ endpoint, bucket }: Bucket, file: string): AskStore {
  const name = `${endpoint}/${bucket}`;
  const read = (): Record<string, { versions: boolean }> => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
  const keep = (versions: boolean): Answer => {
    writeFileSync(file, JSON.stringify({ ...read(), [name]: { versions } }));
    return answer(200);
  };
  return async (method, path) => {
    const known = read()[name];
    if (method === "PUT") return keep(path === "?versioning");
    if (known === undefined) return answer(404, "<Code>NoSuchBucket</Code>", "NoSuchBucket");
    return answer(200, path === "?versioning" && known.versions ? "<Status>Enabled</Status>" : "");
  };
}

const answer = (status: number, body = "", code: string | null = null): Answer => ({
  status,
  body: Buffer.from(body),
  headers: new Headers(),
  code,
});
