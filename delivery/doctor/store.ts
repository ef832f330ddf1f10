import { TerroirError } from "../../catalogue/errors.ts";
import type { Credentials } from "../store/credentials.ts";
import { tryLock } from "../store/lock-try.ts";
import { type Answer, type AskStore, asking, type Bucket, meaningOf } from "../store/s3.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";
import { checkClock } from "./clock.ts";

/** Looks at a bucket of states as the engine will use it. What it writes, under a name of its own, it takes away again. */
export async function checkBucket(
  bucket: Bucket,
  credentials: Credentials | null,
  now: () => number = Date.now,
): Promise<readonly Check[]> {
  const about = `the bucket ${bucket.bucket} at ${bucket.endpoint}`;
  if (credentials === null)
    return [
      problem(
        "store/credentials",
        about,
        "nobody says who asks: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
        "set them; every S3 store takes them under these names",
      ),
    ];
  const ask = asking(bucket, credentials);
  let head: Answer;
  try {
    head = await ask("GET", "?list-type=2&max-keys=1");
  } catch (error) {
    if (!(error instanceof TerroirError)) throw error;
    return [problem("store/reached", about, error.message, "look at the address, the network and the proxy of this machine")];
  }
  const found: Check[] = [...checkClock(Date.parse(head.headers.get("date") ?? ""), about, now(), true)];
  if (head.status !== 200) {
    const fix =
      head.code === "NoSuchBucket"
        ? "terroir state bootstrap"
        : "give credentials of this store that may list, read, write and delete in this bucket";
    return [...found, problem(head.code === "NoSuchBucket" ? "store/bucket" : "store/credentials", about, meaningOf(head), fix)];
  }
  found.push(ok("store/bucket", about, `it is there, and ${credentials.where} may list it`));
  found.push(...(await lock(ask, about)));
  found.push(await versions(ask, about));
  found.push(await privacy(bucket, about));
  return found;
}

/** In which words stores say that they are full: S3 has none of its own. Ceph's, and MinIO's for a quota and for a disk. */
const FULL: ReadonlySet<string> = new Set(["QuotaExceeded", "XMinioAdminBucketQuotaExceeded", "XMinioStorageFull"]);

const APART = "keep two runs apart otherwise: one pipeline job at a time (resource_group, concurrency), or another store";

/** Two writers want the same new object: the second must be told that it is not the first, or a lock file keeps nobody out; and the next must get it. */
async function lock(ask: AskStore, about: string): Promise<readonly Check[]> {
  const { key, first, second, again, kept } = await tryLock(ask);
  const left =
    kept === null
      ? []
      : [
          problem(
            "store/delete",
            about,
            `what was written for a try, ${key}, cannot be deleted: ${meaningOf(kept)}. Neither can a lock`,
            "let these credentials delete objects",
          ),
        ];
  if (first.status === 501 || second.status === 501)
    return [
      ...left,
      problem(
        "store/lock",
        about,
        "it does not know conditional writes (501): every run would fail at its lock file",
        `${APART}; and leave use_lockfile out`,
      ),
    ];
  if (FULL.has(first.code ?? "") || first.status === 507)
    return [
      ...left,
      problem("store/quota", about, `nothing more can be written: ${meaningOf(first)}`, "raise the quota, or delete what nobody needs"),
    ];
  if (first.status !== 200)
    return [
      ...left,
      problem(
        "store/write",
        about,
        `nothing can be written: ${meaningOf(first)}`,
        "let these credentials write objects; look at the quota",
      ),
    ];
  return [...left, ok("store/quota", about, "it takes more; how much more, S3 has no question for"), lockOf(second, again, about)];
}

function lockOf(second: Answer, again: Answer | null, about: string): Check {
  if (second.status === 200)
    return problem(
      "store/lock",
      about,
      "it takes a second writer's lock file as well (two writes with If-None-Match: * both succeeded): its lock keeps nobody out",
      APART,
    );
  if (second.status !== 412)
    return problem(
      "store/lock",
      about,
      `a second writer's lock file was answered with ${meaningOf(second)}, where 412 was expected`,
      APART,
    );
  if (again !== null && again.status !== 200)
    return problem(
      "store/lock",
      about,
      `a lock file that was released cannot be taken again (${meaningOf(again)}): it takes the mark of a deleted version for an object`,
      "keep states in a bucket that never had versions (terroir state bootstrap makes one), or in another store",
    );
  return ok("store/lock", about, "of two writers it lets one have the lock file, and the next once that is released");
}

async function versions(ask: AskStore, about: string): Promise<Check> {
  const answer = await ask("GET", "?versioning");
  if (answer.status !== 200)
    return unknown("store/versions", about, `whether it keeps older versions it does not say: ${meaningOf(answer)}`);
  if (/<Status>Enabled<\/Status>/.test(answer.body.toString("utf8")))
    return ok("store/versions", about, "it keeps older versions of a state");
  return warning(
    "store/versions",
    about,
    "it keeps no older versions: a state that is overwritten or deleted is gone",
    "terroir state bootstrap switches them on",
  );
}

async function privacy(bucket: Bucket, about: string): Promise<Check> {
  const answer = await asking(bucket, null)("GET", "?list-type=2&max-keys=1");
  if (answer.status === 200)
    return problem("store/private", about, "anybody can list it, without any credentials", "make the bucket private");
  return ok("store/private", about, "nobody can list it without credentials");
}
