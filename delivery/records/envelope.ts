import { verify } from "node:crypto";
import { InputError, TerroirError } from "../../catalogue/errors.ts";
import type { PublicKey, Signer } from "./signer.ts";
import { bytesOf, PREDICATE, type Statement } from "./statement.ts";

/** A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md). */
export interface Envelope {
  readonly payloadType: string;
  /** Base64 of the statement. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

const TYPE = "application/vnd.in-toto+json";

/** What a signature covers: type and body with their lengths, so that neither can be taken for the other. */
function preAuthentication(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `), body]);
}

export async function envelopeOf(statement: Statement, signer: Signer): Promise<Envelope> {
  const payload = bytesOf(statement);
  const sig = await signer.sign(preAuthentication(TYPE, payload));
  return { payloadType: TYPE, payload: payload.toString("base64"), signatures: [{ keyid: signer.keyId, sig: sig.toString("base64") }] };
}

/** @param origin the file's name, for messages */
export function parseEnvelope(text: string, origin: string): Envelope {
  let envelope: Partial<Envelope> | null = null;
  try {
    envelope = JSON.parse(text) as Partial<Envelope> | null;
  } catch {
    // Said below.
  }
  if (typeof envelope?.payload !== "string" || !Array.isArray(envelope.signatures) || envelope.payloadType !== TYPE)
    throw new InputError(
      `${origin} is no record: a record is a signed DSSE envelope, as \`terroir plan\` and \`terroir deploy\` write it.`,
    );
  return envelope as Envelope;
}

/**
 * The statement in an envelope, once a key of ours has been found to have signed it.
 *
 * @throws TerroirError (refused) when it was changed, or signed by somebody else
 */
export function statementIn(envelope: Envelope, keys: readonly PublicKey[], origin: string): Statement {
  const body = Buffer.from(envelope.payload, "base64");
  const signed = preAuthentication(envelope.payloadType, body);
  const trusted = envelope.signatures.flatMap((one) => keys.filter(({ keyId }) => keyId === one.keyid).map((key) => ({ ...one, key })));
  if (trusted.length === 0) {
    const by = envelope.signatures.map(({ keyid }) => keyid.slice(0, 16)).join(", ");
    throw new TerroirError(
      `${origin} was signed by ${by === "" ? "nobody" : `the key ${by}…`}, which is none of those that are trusted here (${keys.map(({ keyId }) => `${keyId.slice(0, 16)}…`).join(", ")}). Name the public key of whoever signed it, if you trust them.`,
      1,
    );
  }
  if (!trusted.some(({ sig, key }) => verify(null, signed, key.key, Buffer.from(sig, "base64"))))
    throw new TerroirError(
      `${origin} was changed after it was signed: its signature is not one of what it says. Fetch the record again from where it is kept.`,
      1,
    );
  const statement = JSON.parse(body.toString("utf8")) as Statement;
  if (statement.predicateType !== PREDICATE || statement._type !== "https://in-toto.io/Statement/v1")
    throw new InputError(`${origin} is a signed statement, but no record of a delivery: its type is ${String(statement.predicateType)}.`);
  return statement;
}
