import type { Environment } from "../../engines/index.ts";

/** What a transit engine said of a key. */
export interface TransitAnswer {
  readonly is: "there" | "missing" | "forbidden" | "unreachable" | "made" | "refused";
  readonly because: string;
}

const PATIENCE = 15_000;

export interface TransitKey {
  readonly address: string;
  readonly mount: string;
  readonly key: string;
}

/** Asks an OpenBao or a Vault whether it has a transit key. */
export async function lookFor(key: TransitKey, env: Environment): Promise<TransitAnswer> {
  const status = await call(key, "GET", env);
  if (typeof status === "string") return { is: "unreachable", because: status };
  if (status === 200) return { is: "there", because: "it is there" };
  if (status === 404) return { is: "missing", because: "there is no such key" };
  return { is: "forbidden", because: status === 403 ? "the token may not look at it (403), or has expired" : `it answered ${status}` };
}

/** Makes a transit key that cannot be taken out, nor deleted by mistake. */
export async function makeKey(key: TransitKey, env: Environment): Promise<TransitAnswer> {
  const status = await call(key, "POST", env, { type: "aes256-gcm96", exportable: false, allow_plaintext_backup: false });
  if (typeof status === "string") return { is: "unreachable", because: status };
  return status < 300 ? { is: "made", because: "it was made" } : { is: "refused", because: `it answered ${status}` };
}

async function call({ address, mount, key }: TransitKey, method: string, env: Environment, body?: object): Promise<number | string> {
  const token = env.BAO_TOKEN ?? env.VAULT_TOKEN ?? "";
  const namespace = env.BAO_NAMESPACE ?? env.VAULT_NAMESPACE;
  try {
    const response = await fetch(`${address.replace(/\/+$/, "")}/v1/${mount}/keys/${encodeURIComponent(key)}`, {
      method,
      headers: { "X-Vault-Token": token, "Content-Type": "application/json", ...(namespace && { "X-Vault-Namespace": namespace }) },
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.status;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return `${address} cannot be reached: ${cause?.code ?? message}`;
  }
}
