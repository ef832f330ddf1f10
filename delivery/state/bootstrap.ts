import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Environment } from "../../engines/index.ts";
import { tryLock } from "../store/lock-try.ts";
import type { AskStore, Bucket } from "../store/s3.ts";
import { meaningOf } from "../store/s3.ts";
import type { SealingKey } from "./sealing.ts";
import { lookFor, makeKey } from "./transit.ts";

/** What came of one thing that a first deployment needs. */
export interface Laid {
  readonly what: string;
  /** `yours`: nobody but you can do it. */
  readonly outcome: "there" | "made" | "changed" | "yours" | "failed";
  readonly because: string;
}

/**
 * Makes a bucket for states, private and with versions, unless it is there. Versions cannot be taken back, and some stores' locks do not work with them:
 * that is tried first, in another bucket, which is deleted again.
 *
 * @param ask asks the store for a bucket. @param tried false: nothing is tried, since nothing is real
 */
export async function layBucket(at: Bucket, ask: (bucket: Bucket) => AskStore, tried = true): Promise<readonly Laid[]> {
  const { bucket, endpoint, region } = at;
  const what = `the bucket ${bucket} at ${endpoint}`;
  const own = ask(at);
  const there = await own("GET", "?list-type=2&max-keys=1");
  if (there.status !== 200 && there.code !== "NoSuchBucket") return [{ what, outcome: "failed", because: meaningOf(there) }];
  const laid: Laid[] = [];
  if (there.status === 200) laid.push({ what, outcome: "there", because: "it is yours already" });
  else {
    const made = await own("PUT", "", { body: location(region) });
    if (made.status !== 200) return [{ what, outcome: "failed", because: `it could not be made: ${meaningOf(made)}` }];
    laid.push({ what, outcome: "made", because: "private, as buckets are made" });
  }
  const before = await own("GET", "?versioning");
  if (/<Status>Enabled<\/Status>/.test(before.body.toString("utf8"))) return laid;
  const about = `versions in ${bucket}`;
  const against = tried ? await againstVersions(at, ask) : null;
  if (against !== null) return [...laid, { what: about, outcome: "yours", because: against }];
  const versions = await own("PUT", "?versioning", { body: VERSIONS });
  laid.push(
    versions.status === 200
      ? { what: about, outcome: "changed", because: "older versions of a state are kept from now on" }
      : { what: about, outcome: "yours", because: `the store did not switch them on: ${meaningOf(versions)}` },
  );
  return laid;
}

/** Why versions are better left off; null where locks work with them. */
async function againstVersions(at: Bucket, ask: (bucket: Bucket) => AskStore): Promise<string | null> {
  const other = ask({ ...at, bucket: `${at.bucket.slice(0, 48)}-try-${randomBytes(4).toString("hex")}` });
  const made = await other("PUT", "", { body: location(at.region) });
  if (made.status !== 200)
    return `whether the store's lock works with them could not be tried: ${meaningOf(made)}. Older states are not kept`;
  try {
    const versions = await other("PUT", "?versioning", { body: VERSIONS });
    if (versions.status !== 200) return `the store did not switch them on: ${meaningOf(versions)}`;
    const { first, second, again } = await tryLock(other);
    // A lock that works neither way is the doctor's to tell.
    if (first.status !== 200 || second.status !== 412 || again?.status === 200) return null;
    return "left off: with them this store lets nobody have a lock that was released once. Keep copies of older states otherwise";
  } finally {
    await other("DELETE", "");
  }
}

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
const VERSIONS = `<VersioningConfiguration ${NAMESPACE}><Status>Enabled</Status></VersioningConfiguration>`;
const location = (region: string): string =>
  `<CreateBucketConfiguration ${NAMESPACE}><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;

/** Makes a key, unless it is there. What only its owner can give is said. */
export async function layKey(key: SealingKey, env: Environment, rehearsed: boolean): Promise<Laid> {
  switch (key.kind) {
    case "passphrase": {
      const what = `the passphrase ${key.variable}`;
      if (env[`TF_VAR_${key.variable}`]) return { what, outcome: "there", because: `TF_VAR_${key.variable} is set` };
      return {
        what,
        outcome: "yours",
        because: `draw one and keep it where a lost laptop cannot lose it: export TF_VAR_${key.variable}="$(openssl rand -base64 33)"`,
      };
    }
    case "file": {
      const what = `the key file ${relative(process.cwd(), key.file)}`;
      if (existsSync(key.file)) return { what, outcome: "there", because: "it is not touched" };
      if (!rehearsed) {
        mkdirSync(dirname(key.file), { recursive: true, mode: 0o700 });
        // Never over one that came in between: a state may be under it.
        writeFileSync(key.file, `${randomBytes(33).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
      }
      return {
        what,
        outcome: "made",
        because: "keep a copy where a lost machine cannot lose it, and out of every repository: without it the state cannot be read",
      };
    }
    case "openbao": {
      const address = key.address ?? env.BAO_ADDR ?? env.VAULT_ADDR ?? "";
      const what = `the transit key ${key.mount}/${key.key} at ${address}`;
      if (rehearsed) return { what, outcome: "made", because: "as a rehearsal has it: nobody was asked" };
      const at = { address, mount: key.mount, key: key.key };
      const found = await lookFor(at, env);
      if (found.is === "there") return { what, outcome: "there", because: found.because };
      if (found.is !== "missing") return { what, outcome: "failed", because: found.because };
      const made = await makeKey(at, env);
      return { what, outcome: made.is === "made" ? "made" : "failed", because: made.because };
    }
    case "program":
      return {
        what: `the key behind ${key.command.at(-1)}`,
        outcome: "yours",
        because: "a service key of your key management: make it there, or with a KeyRing",
      };
    case "other":
      return { what: `a key of ${key.provider}`, outcome: "yours", because: "this command does not know how to make it" };
  }
}
