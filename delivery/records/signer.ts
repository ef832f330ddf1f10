import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { InputError } from "../../catalogue/errors.ts";

/** Signs with Ed25519. */
export interface Signer {
  /** SHA-256 of the public key in DER, hexadecimal. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
  /** Where the key is, for people. */
  readonly where: string;
  sign(bytes: Buffer): Promise<Buffer>;
}

export interface PublicKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

export const keyIdOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");

/** A public key from a file in PEM; a private key's file gives the public one that belongs to it. */
export function publicKeyFrom(file: string): PublicKey {
  let key: KeyObject;
  try {
    key = createPublicKey(readFileSync(file, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InputError(missing ? `There is no key ${file}.` : `${file} holds no public key in PEM: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  if (key.asymmetricKeyType !== "ed25519")
    throw new InputError(`${file} is a key of type ${key.asymmetricKeyType}; records are signed with Ed25519.`);
  return { keyId: keyIdOf(key), key };
}
