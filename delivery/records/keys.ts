import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Environment } from "../../engines/index.ts";
import { keyIdOf, type Signer } from "./signer.ts";
import { transitSigner } from "./transit.ts";

/**
 * The signer that somebody named: a file with a private key in PEM, or `transit:MOUNT/KEY` of the OpenBao or Vault that BAO_ADDR or VAULT_ADDR names.
 * Without a name: TERROIR_SIGNING_KEY, which holds a PEM, such a file or such a transit key, or else a key of this machine's user, made when it
 * is first needed.
 */
export async function signerFrom(named: string | undefined, env: Environment): Promise<Signer> {
  const said = named ?? (env.TERROIR_SIGNING_KEY === "" ? undefined : env.TERROIR_SIGNING_KEY);
  if (said === undefined) return localSigner(env);
  if (said.startsWith("transit:")) return transitSigner(said.slice("transit:".length), env);
  if (said.includes("PRIVATE KEY")) return signerWith(said, "TERROIR_SIGNING_KEY");
  if (!existsSync(said))
    throw new InputError(
      `There is no signing key ${said}. Name a file with an Ed25519 private key in PEM (openssl genpkey -algorithm ed25519), or transit:MOUNT/KEY.`,
    );
  return signerWith(readFileSync(said, "utf8"), said);
}

function signerWith(pem: string, where: string): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw new InputError(`${where} holds no private key in PEM: ${(error as Error).message}.`, { cause: error });
  }
  if (key.asymmetricKeyType !== "ed25519")
    throw new InputError(`${where} is a key of type ${key.asymmetricKeyType}; records are signed with Ed25519.`);
  const publicKey = createPublicKey(key);
  return { keyId: keyIdOf(publicKey), publicKey, where, sign: async (bytes) => sign(null, bytes, key) };
}

/** The key of this machine's user. It proves that a record was not changed since, and which machine made it; not that somebody reviewed it. */
export function localSigner(env: Environment): Signer {
  const base =
    env.XDG_STATE_HOME !== undefined && env.XDG_STATE_HOME !== "" ? env.XDG_STATE_HOME : join(env.HOME ?? homedir(), ".local", "state");
  const file = join(base, "terroir", "signing-key.pem");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const next = `${file}.${process.pid}`;
    writeFileSync(next, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    renameSync(next, file);
    writeFileSync(file.replace(/\.pem$/, ".pub.pem"), publicKey.export({ type: "spki", format: "pem" }));
  }
  return signerWith(readFileSync(file, "utf8"), file);
}
