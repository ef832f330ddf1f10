import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../../catalogue/errors.ts";
import { readGraph } from "../../delivery/graph/index.ts";
import { bucketOf } from "../../delivery/store/bucket-of.ts";
import { credentialsIn } from "../../delivery/store/credentials.ts";
import { onlyTheEngine } from "../../delivery/store/own-way.ts";
import { asking, type Bucket, keysUnder, objectAt } from "../../delivery/store/s3.ts";

/** A record's text: from a file, or from the bucket of a state, `s3://states/shop.records/….json`. @param path the synthesized folder, which says where the bucket is */
export async function recordText(named: string, path: string): Promise<string> {
  const [, bucket, key = ""] = /^s3:\/\/([^/]+)\/(.*)$/.exec(named) ?? [];
  if (bucket === undefined) {
    if (!existsSync(named)) throw new InputError(`There is no record ${named}.`);
    return readFileSync(named, "utf8");
  }
  const at = bucketNamed(bucket, path);
  const only = onlyTheEngine(process.env);
  if (only !== undefined) throw new InputError(`${named} cannot be read by this command: ${only}. Fetch it, and name the file.`);
  const credentials = credentialsIn(process.env);
  if (credentials === null) throw new InputError(`To read ${named}, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`);
  const bytes = key.endsWith(".json") ? await objectAt(at, credentials, key) : null;
  if (bytes !== null) return bytes.toString("utf8");
  const near = await keysUnder(asking(at, credentials), at, key.replace(/[^/]*\.json$/, ""));
  const records = near.filter((one) => /\.records\/[^/]+\.json$/.test(one)).slice(-5);
  throw new InputError(
    records.length === 0
      ? `There is no record ${named}.`
      : `${named} is no record. The newest there:\n${records.map((one) => `  s3://${bucket}/${one}`).join("\n")}`,
  );
}

function bucketNamed(bucket: string, path: string): Bucket {
  const known = existsSync(path) ? readGraph(path).stacks.flatMap(({ backend }) => bucketOf(backend) ?? []) : [];
  const found = known.find((one) => one.bucket === bucket);
  if (found !== undefined) return found;
  throw new InputError(`No stack in ${path} has its state in a bucket ${bucket}. Name the synthesized folder of one that has: --path.`);
}
