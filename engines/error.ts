import { EngineError as Failed } from "../catalogue/errors.ts";
import type { ProcessResult } from "./process.ts";

/** The engine failed: what was asked of it, and its own words. */
export class EngineError extends Failed {
  readonly command: string;
  readonly code: number | null;
  /** What the engine wrote, both streams. */
  readonly output: string;

  constructor(command: string, result: ProcessResult, advice?: string) {
    const output = `${result.stdout}\n${result.stderr}`.trim();
    const how = result.endedBy === null ? `exit code ${result.code}` : `ended by ${result.endedBy}`;
    const words = errorsIn(output);
    super([`${command} failed (${how}).`, translation(output) ?? advice, words].filter((x) => x !== undefined && x !== "").join("\n"));
    this.name = "EngineError";
    this.command = command;
    this.code = result.code;
    this.output = output;
  }
}

/** The errors in what an engine printed: from the first `Error:` on, without the frame, each once. */
export function errorsIn(output: string): string {
  const lines = output.split("\n").map((line) => line.replace(/^[│╷╵]\s?/, "").trimEnd());
  const first = lines.findIndex((line) => line.startsWith("Error: "));
  if (first < 0) return tidy(lines.slice(-20).join("\n"));
  const times = new Map<string, number>();
  for (const error of lines
    .slice(first)
    .join("\n")
    .split(/^(?=Error: )/m)) {
    const words = tidy(error);
    times.set(words, (times.get(words) ?? 0) + 1);
  }
  return [...times].map(([words, count]) => (count === 1 ? words : `${words}\n(${count} times)`)).join("\n\n");
}

const tidy = (text: string): string => text.replace(/\n{3,}/g, "\n\n").trim();

/** Messages that send people the wrong way, and what they mean. */
const MISLEADING: readonly (readonly [RegExp, string])[] = [
  [
    /unencrypted payload without unencrypted method/,
    "The state lies in clear, and the stack asks for one that is encrypted. If nobody has encrypted it yet: terroir state rotate --from-clear. If somebody has, it was exchanged: find out by whom.",
  ],
  [/passphrase is too short/, "The passphrase has fewer than 16 characters; OpenTofu takes no shorter one."],
  [
    /Unable to fetch encryption key data|Unable to build encryption key data/,
    "The key of the state could not be had: it is named below with what its holder answered. Nothing was read or written. `terroir doctor` looks at keys.",
  ],
  [/NoSuchBucket/, "There is no such bucket. `terroir state bootstrap` makes the buckets of states."],
  [
    /SignatureDoesNotMatch/,
    "The secret key (AWS_SECRET_ACCESS_KEY) is not the one that belongs to the access key, or the store is asked under another region's name.",
  ],
  [
    /InvalidAccessKeyId/,
    "The store of the state does not know this access key (AWS_ACCESS_KEY_ID): it is another store's, or was deleted.",
  ],
  [
    /No valid credential sources found|get identity: get credentials/,
    "The store of the state does not know who asks. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: every S3 store takes its credentials under these names.",
  ],
  [/RequestTimeTooSkewed/, "This machine's clock is wrong, and the store of the state refuses what it signs. Set the clock."],
  [
    /XAmzContentSHA256Mismatch|x-amz-checksum|aws-chunked encoding is not supported/i,
    "The store of the state does not understand the checksums that newer clients send: leave `checksums` out of its settings (skip_s3_checksum = true).",
  ],
  [
    /Failed to unlock state[\s\S]*(?:NoSuchKey|StatusCode: 404)/,
    "There is no lock: whoever held it, or somebody else, has released it. Nothing is left to do.",
  ],
  [
    /releasing the state lock[\s\S]*(?:NoSuchKey|StatusCode: 404)/,
    "The lock was gone when the engine wanted to release it: somebody released it (terroir unlock), or its store lost it. What the engine did is done, and the state is written; plan again to see whether somebody else did something in the meantime. `terroir doctor` tries whether the store keeps locks.",
  ],
  [
    /releasing the state lock/,
    "The state's lock could not be released. What the engine did is done, and the state is written; the lock is still there, and named below. Once the store answers: terroir unlock STACK ID.",
  ],
  [
    /(?:tflock|PutObject)[\s\S]*NotImplemented/,
    "The store of the state knows no conditional writes, so that its lock file cannot keep anybody out. `terroir doctor` says what to do.",
  ],
  [
    /(?:loading state|refreshing state|existing workspaces|acquiring the state lock|save state|persist state|Initializing the backend(?![\s\S]*Initializing provider))[\s\S]*(?:connection refused|no such host|connection reset|i\/o timeout|EOF|network is unreachable)/i,
    "The store of the state cannot be reached. What was applied before is kept: the engine leaves a state that it could not store in errored.tfstate. `terroir doctor` looks at the store.",
  ],
  [
    /(?:acquiring the state lock|refreshing state|loading state|read remote state)[\s\S]*decryption failed/i,
    "The state could not be decrypted: the passphrase or key is not the one that it was written with. It is not locked.",
  ],
  [
    /(?:Unsupported block type|Extraneous JSON object property)[\s\S]*"encryption"|Blocks of type "encryption" are not expected here/,
    "Terraform knows no state encryption. Use OpenTofu (terroir engine --install), or a backend that encrypts, and leave the encryption block out.",
  ],
  [/encountered unknown encryption|state.*encrypted.*Terraform/i, "The state is encrypted by OpenTofu; Terraform cannot read it."],
  [
    /Failed to (?:query|install|resolve) (?:available )?provider|provider registry .* does not have a provider named/,
    "A provider is not available: see below which, and why. Where no registry is reached, name a mirror in the engine's CLI configuration (provider_installation); a rehearsal needs none (--rehearse).",
  ],
  [
    /fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory|failed to reserve page summary memory)|runtime: cannot allocate memory|fork\/exec [^\n]*cannot allocate memory/,
    "The engine got no more memory from this machine, or from the limit that it runs under. Run fewer stacks at once (--parallel 1), or give the job more.",
  ],
  [
    /no space left on device|disk quota exceeded/i,
    "The disk is full. Make room and run again: what was written before is kept, and if the state could not be written the engine left it in errored.tfstate.",
  ],
  [
    /Saved plan is stale|plan was created against a different|does not match the current state|saved plan does not match the given state/i,
    "The state changed after this plan was made, so the plan was not applied. Plan again: somebody else deployed in between.",
  ],
  [
    /Backend initialization required|Backend configuration changed|Please run "?(tofu|terraform) init/i,
    "The backend's settings changed since the engine was last initialised here. Delete the stack's folder .terraform, and run again.",
  ],
  [
    /Unable to find remote state|No stored state was found for the given workspace/i,
    "A stack that this one reads has not been deployed: its state does not exist yet. Deploy that one first.",
  ],
  [
    /Unsupported attribute[\s\S]*This object does not have an attribute named|has no attribute[\s\S]*outputs/i,
    "A value that this stack reads is not there. If it is another stack's output, deploy that stack first: its state does not hold it yet.",
  ],
  [
    /plugin (process )?exited|Plugin did not respond|transport is closing|connection refused[\s\S]*plugin/i,
    "The provider's program ended before its answer came. Whether the last call took effect is known to the cloud alone.",
  ],
  [
    /acquiring the state lock[\s\S]*StatusCode: 412[\s\S]*(?:NoSuchKey|StatusCode: 404)/i,
    "The store refuses a lock file, and there is none: another run released it this moment (then run again), or the store takes the mark of a deleted one for a lock, as some do where a bucket keeps versions. `terroir doctor` tells which.",
  ],
  [
    /acquiring the state lock[\s\S]*(?:invalid auth|requires auth)/i,
    "The server of the state does not let these credentials lock it; nobody else holds it. On GitLab only the role Maintainer locks and writes states, a Developer reads them: give the token that role.",
  ],
  [
    /Error acquiring the state lock/,
    "Another run holds the state's lock: it is named below. Wait for it. If it is dead, release the lock: terroir unlock STACK ID.",
  ],
  [
    /state data in .* does not have the expected content|error loading state[\s\S]*412/i,
    "Somebody else holds the state's lock, or wrote it in the meantime.",
  ],
];

/** What a misleading message of the engine means; undefined for one that says what it means. */
export function translation(output: string): string | undefined {
  return MISLEADING.find(([pattern]) => pattern.test(output))?.[1];
}
