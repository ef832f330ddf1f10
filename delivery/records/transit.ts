import { createPublicKey, type KeyObject } from "node:crypto";
import { EngineError, InputError } from "../../catalogue/errors.ts";
import type { Environment } from "../../engines/index.ts";
import { keyIdOf, type Signer } from "./signer.ts";

/** An Ed25519 public key in DER is these bytes, then the key's 32. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const PATIENCE = 15_000;

/**
 * Signs with a key that never leaves OpenBao or Vault, by their transit engine (https://openbao.org/api-docs/secret/transit/).
 *
 * @param path `MOUNT/KEY`; of a bare key's name the mount is `transit`
 */
export async function transitSigner(path: string, env: Environment): Promise<Signer> {
  const address = env.BAO_ADDR ?? env.VAULT_ADDR;
  const token = env.BAO_TOKEN ?? env.VAULT_TOKEN;
  if (address === undefined || token === undefined)
    throw new InputError(`To sign with transit:${path}, set BAO_ADDR and BAO_TOKEN (or VAULT_ADDR and VAULT_TOKEN).`);
  if (!/^https:|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)/.test(address))
    throw new InputError(`${address} is called in clear: a token would travel with it. Use https.`);
  const parts = path.split("/");
  const key = parts.pop() ?? "";
  const mount = parts.length === 0 ? "transit" : parts.join("/");
  const namespace = env.BAO_NAMESPACE ?? env.VAULT_NAMESPACE;
  const headers = { "X-Vault-Token": token, "Content-Type": "application/json", ...(namespace && { "X-Vault-Namespace": namespace }) };
  const call = async (method: string, what: string, body?: object): Promise<{ readonly data?: unknown }> => {
    const url = `${address.replace(/\/+$/, "")}/v1/${mount}/${what}/${encodeURIComponent(key)}`;
    try {
      const response = await fetch(url, {
        method,
        headers,
        signal: AbortSignal.timeout(PATIENCE),
        ...(body && { body: JSON.stringify(body) }),
      });
      if (response.ok) return (await response.json()) as { data?: unknown };
      throw new Error(response.status === 403 ? "the token may not do this (403)" : `it answered ${response.status}`);
    } catch (error) {
      throw new EngineError(`transit:${path} at ${address} cannot be used: ${(error as Error).message}. No record was signed.`, {
        cause: error,
      });
    }
  };
  const { publicKey, version } = latestKey((await call("GET", "keys")).data, path);
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    where: `transit:${path}`,
    async sign(bytes) {
      const { data } = await call("POST", "sign", { input: bytes.toString("base64"), key_version: version });
      const [, , signature] = String((data as { signature?: unknown } | undefined)?.signature).split(":");
      if (signature === undefined) throw new EngineError(`transit:${path} gave no signature. No record was signed.`);
      return Buffer.from(signature, "base64");
    },
  };
}

function latestKey(data: unknown, path: string): { readonly publicKey: KeyObject; readonly version: number } {
  const {
    type,
    latest_version: version = 1,
    keys = {},
  } = (data ?? {}) as {
    type?: string;
    latest_version?: number;
    keys?: Readonly<Record<string, { public_key?: string }>>;
  };
  const raw = keys[String(version)]?.public_key;
  if (type !== "ed25519" || raw === undefined)
    throw new InputError(
      `transit:${path} is a key of type ${type ?? "unknown"}; records are signed with Ed25519: bao write -f transit/keys/NAME type=ed25519.`,
    );
  return { publicKey: createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(raw, "base64")]), format: "der", type: "spki" }), version };
}
