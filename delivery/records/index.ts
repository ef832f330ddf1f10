/**
 * Records: what was judged, by which policy and facts, with which verdicts and waivers, and what came of it. An in-toto statement about a plan and a
 * state, in a signed DSSE envelope, that anybody can verify with the public key, and reproduce bit for bit from the plan.
 */
export { type Envelope, parseEnvelope, statementIn } from "./envelope.ts";
export { localSigner, signerFrom } from "./keys.ts";
export { HIDDEN, redacted } from "./redact.ts";
export { reproduce } from "./reproduce.ts";
export { sensitiveTexts } from "./sensitive.ts";
export { type PublicKey, publicKeyFrom, type Signer } from "./signer.ts";
export {
  type Judgement,
  jsonDigest,
  judgementOf,
  type Outcome,
  PREDICATE,
  type Record,
  type Statement,
  sha256,
  statementOf,
} from "./statement.ts";
export { type Kept, recordDigest, recordsIn, writeRecord } from "./store.ts";
export { untimely } from "./when.ts";
export { whoRuns } from "./who.ts";
