import { join } from "node:path";
import { TerroirError } from "../../catalogue/errors.ts";
import { homeIn } from "../../delivery/home.ts";
import { type Laid, layBucket, layKey } from "../../delivery/state/bootstrap.ts";
import { credentialsIn } from "../../delivery/store/credentials.ts";
import { onlyTheEngine } from "../../delivery/store/own-way.ts";
import { pretending } from "../../delivery/store/rehearsed.ts";
import { type AskStore, asking, type Bucket } from "../../delivery/store/s3.ts";
import { BEGINNING, NOTICE } from "../../rehearsal/index.ts";
import { judgedFolder } from "../delivery/folder.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { buckets, keysOf } from "./doctor.ts";

export interface BootstrapOptions {
  readonly app?: string;
  readonly policy?: string;
  readonly rehearse?: boolean;
  readonly json?: boolean;
}

export async function bootstrap(path: string | undefined, options: BootstrapOptions): Promise<Exit> {
  const { rehearse = false } = options;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const judged = await judgedFolder(path, options, await policyFor(options.policy), say);
  if (judged === undefined) {
    if (options.json) printJson({ ok: false, verdict: "refused", laid: [] });
    return 1;
  }
  const { folder, graph } = judged;
  if (rehearse) say(BEGINNING);
  const laid: Laid[] = [];
  for (const bucket of buckets(graph.stacks)) laid.push(...(await layAt(bucket, rehearse)));
  for (const key of keysOf(folder, graph.stacks)) laid.push(await layKey(key, process.env, rehearse));
  const failed = laid.some(({ outcome }) => outcome === "failed");
  if (options.json) printJson({ ok: !failed, ...(rehearse && { simulated: true, notice: NOTICE }), laid });
  else print(text(laid, rehearse));
  return failed ? 3 : 0;
}

/** A text says why it cannot be asked. */
function storeFor(rehearse: boolean): ((bucket: Bucket) => AskStore) | string {
  if (rehearse) return (bucket) => pretending(bucket, join(homeIn(process.cwd(), true).folder, "stores.json"));
  const credentials = credentialsIn(process.env);
  const only = onlyTheEngine(process.env);
  if (only !== undefined) return `this command cannot ask it: ${only}`;
  if (credentials === null) return "nobody says who asks: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
  return (bucket) => asking(bucket, credentials);
}

/** One store that cannot be reached does not keep the others from being laid out. */
async function layAt(bucket: Bucket, rehearse: boolean): Promise<readonly Laid[]> {
  const ask = storeFor(rehearse);
  const failed = (because: string): readonly Laid[] => [
    { what: `the bucket ${bucket.bucket} at ${bucket.endpoint}`, outcome: "failed", because },
  ];
  if (typeof ask === "string") return failed(ask);
  try {
    return await layBucket(bucket, ask, !rehearse);
  } catch (error) {
    if (error instanceof TerroirError) return failed(error.message);
    throw error;
  }
}

const WORDS = { there: "there already", made: "made", changed: "changed", yours: "yours to do", failed: "FAILED" } as const;

function text(laid: readonly Laid[], rehearse: boolean): string {
  if (laid.length === 0) return "Nothing to make: every state lies in a store that is made otherwise, and no key is named.";
  const lines = laid.map(({ what, outcome, because }) => `${WORDS[outcome].padEnd(13)}  ${what}: ${because}.`);
  return [...lines, "", rehearse ? NOTICE : "Next: terroir doctor, which tries whether they can be trusted."].join("\n");
}
