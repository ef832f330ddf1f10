import { AwsClient } from "aws4fetch";
import { TerroirError } from "../../catalogue/errors.ts";
import type { Credentials } from "./credentials.ts";

/** A bucket, by the address of its store. */
export interface Bucket {
  /** `https://s3.gra.io.cloud.ovh.net` */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
}

/** What a store answered. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Headers;
  /** The store's own word for what is wrong, `NoSuchBucket`; null where it gave none. */
  readonly code: string | null;
}

/** Asks a store; `path` is what follows the bucket: an object's key, a question such as `?versioning`, or both. */
export type AskStore = (
  method: string,
  path: string,
  more?: { readonly body?: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Answer>;

/** A store that is far away, or has much to do, answers within this, or is gone. An engine waits as long. */
const PATIENCE = 60_000;

/** So often is a store asked again that says that it has failed (5xx) or is too busy (429), after times that double: two seconds in all. */
const RETRIES = 5;

/** @param credentials null: as anybody */
export function asking({ endpoint, region, bucket }: Bucket, credentials: Credentials | null): AskStore {
  const client = credentials && new AwsClient({ ...credentials, service: "s3", region, retries: RETRIES });
  const base = `${endpoint.replace(/\/+$/, "")}/${bucket}`;
  return async (method, path, { body, headers = {} } = {}) => {
    const [key = "", question] = path.split("?");
    const url = `${base}${key === "" ? "" : `/${key.split("/").map(encodeURIComponent).join("/")}`}${question === undefined ? "" : `?${question}`}`;
    const options = { method, headers, signal: AbortSignal.timeout(PATIENCE), ...(body !== undefined && { body: body as string }) };
    try {
      const response = await (client === null ? fetch(url, options) : client.fetch(url, options));
      const bytes = Buffer.from(await response.arrayBuffer());
      const code = response.ok ? null : (/<Code>([^<]+)<\/Code>/.exec(bytes.toString("utf8"))?.[1] ?? null);
      return { status: response.status, body: bytes, headers: response.headers, code };
    } catch (error) {
      throw new StoreError(bucket, endpoint, `it cannot be reached (${reasonOf(error)})`, error);
    }
  };
}

/** The store of states did not do what it was asked. */
export class StoreError extends TerroirError {
  constructor(bucket: string, endpoint: string, what: string, cause?: unknown) {
    super(`The bucket ${bucket} at ${endpoint}: ${what}. \`terroir doctor\` looks at it more closely.`, 3, { cause });
    this.name = "StoreError";
  }
}

function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error & { cause?: { code?: string; message?: string } };
  return name === "TimeoutError" ? `no answer in ${PATIENCE / 1000} s` : (cause?.code ?? cause?.message ?? message);
}

/** What a store's refusal means, for people. */
export function meaningOf({ status, code }: Answer): string {
  const said = code === null ? `HTTP ${status}` : `${code}, HTTP ${status}`;
  const meaning = code === null ? undefined : MEANINGS[code];
  return meaning === undefined ? `it answered ${said}` : `${meaning} (${said})`;
}

const MEANINGS: Readonly<Record<string, string>> = {
  NoSuchBucket: "there is no such bucket",
  AccessDenied: "these credentials may not do this",
  InvalidAccessKeyId: "it does not know this access key",
  SignatureDoesNotMatch: "the secret key is not the one that belongs to the access key, or the region is another one's",
  AuthorizationHeaderMalformed: "it wants requests signed for another region",
  RequestTimeTooSkewed: "this machine's clock is wrong",
  NotImplemented: "it does not know how to do this",
  QuotaExceeded: "the quota is used up",
};

/** What an object holds; null when there is none. */
export async function objectAt(bucket: Bucket, credentials: Credentials, key: string): Promise<Buffer | null> {
  const answer = await asking(bucket, credentials)("GET", key);
  if (answer.status === 200) return answer.body;
  if (answer.status === 404 && answer.code !== "NoSuchBucket") return null;
  throw new StoreError(bucket.bucket, bucket.endpoint, meaningOf(answer));
}

/** Keys of the objects whose key begins so, in order. */
export async function keysUnder(ask: AskStore, { bucket, endpoint }: Bucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let next = ""; ; ) {
    const answer = await ask("GET", `?list-type=2&encoding-type=url&prefix=${encodeURIComponent(prefix)}${next}`);
    if (answer.status !== 200) throw new StoreError(bucket, endpoint, meaningOf(answer));
    const text = answer.body.toString("utf8");
    for (const [, key = ""] of text.matchAll(/<Key>([^<]*)<\/Key>/g)) keys.push(decodeURIComponent(key.replaceAll("+", " ")));
    const token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1];
    if (token === undefined) return keys.sort();
    next = `&continuation-token=${encodeURIComponent(token)}`;
  }
}

/** Deletes an object for good: where the store keeps versions, each of them, and the marks of their deletion. Gives what the first refusal was. */
export async function deleteAll(ask: AskStore, key: string): Promise<Answer | null> {
  const removed = await ask("DELETE", key);
  if (removed.status >= 300) return removed;
  const versions = await ask("GET", `?versions&prefix=${encodeURIComponent(key)}`);
  // A store that does not list versions keeps none.
  if (versions.status !== 200) return null;
  const found = versions.body.toString("utf8").matchAll(/<(?:Version|DeleteMarker)>[\s\S]*?<\/(?:Version|DeleteMarker)>/g);
  for (const [one] of found) {
    const [, name] = /<Key>([^<]*)<\/Key>/.exec(one) ?? [];
    const [, id] = /<VersionId>([^<]*)<\/VersionId>/.exec(one) ?? [];
    if (name === key && id !== undefined) await ask("DELETE", `${key}?versionId=${encodeURIComponent(id)}`);
  }
  return null;
}
