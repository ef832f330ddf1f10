import { generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes, sign } from "node:crypto";
import { answering } from "../doctor/server.ts";

/** A transit engine, as OpenBao and Vault have it, mounted at `transit` and at `keys/eu`. */
export interface Transit {
  readonly address: string;
  /** Makes keys, each once. @param type @default one that encrypts */
  make(names: readonly string[], type?: "ed25519"): Promise<void>;
  /** Gives a key that signs a new version. */
  rotate(name: string): Promise<void>;
  close(): void;
}

/** Who may ask it. */
export const TOKEN = "tests";

/** The two calls that OpenTofu makes, and those of ours: what is wrapped by a key is known by a number. */
export async function testTransit(): Promise<Transit> {
  const keys = new Map<string, KeyPairKeyObjectResult[]>();
  const wrapped = new Map<string, string>();
  const found = (data: object | undefined): readonly [number, object] => [data === undefined ? 404 : 200, { data }];
  const { address, close } = await answering(({ method, path, headers, body }) => {
    if (headers["x-vault-token"] !== TOKEN) return [403, { errors: ["permission denied"] }];
    const [, what = "", name = ""] = /^\/v1\/(?:transit|keys\/eu)\/(keys|datakey\/plaintext|decrypt|sign)\/([^/]+)$/.exec(path) ?? [];
    const said = (body === "" ? {} : JSON.parse(body)) as { bits?: number; ciphertext?: string; input?: string; key_version?: number };
    if (what === "keys" && method !== "GET") keys.set(name, keys.get(name) ?? []);
    const versions = keys.get(name);
    if (versions === undefined) return [404, {}];
    if (what === "keys") return found(shown(versions));
    if (what === "decrypt") {
      const plaintext = wrapped.get(`${name} ${said.ciphertext}`);
      return plaintext === undefined ? [400, {}] : found({ plaintext });
    }
    if (what === "sign") {
      const version = said.key_version ?? versions.length;
      const pair = versions[version - 1];
      return found(
        pair && {
          signature: `vault:v${version}:${sign(null, Buffer.from(said.input ?? "", "base64"), pair.privateKey).toString("base64")}`,
        },
      );
    }
    const plaintext = randomBytes((said.bits ?? 256) / 8).toString("base64");
    const ciphertext = `vault:v1:${randomBytes(12).toString("hex")}`;
    wrapped.set(`${name} ${ciphertext}`, plaintext);
    return found({ plaintext, ciphertext });
  });
  return {
    address,
    async make(names, type) {
      for (const name of names) keys.set(name, keys.get(name) ?? (type === undefined ? [] : [generateKeyPairSync(type)]));
    },
    async rotate(name) {
      keys.get(name)?.push(generateKeyPairSync("ed25519"));
    },
    close,
  };
}

function shown(versions: readonly KeyPairKeyObjectResult[]): object {
  if (versions.length === 0) return { type: "aes256-gcm96", latest_version: 1, keys: { 1: 1 } };
  const raw = ({ publicKey }: KeyPairKeyObjectResult): string =>
    publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
  return {
    type: "ed25519",
    latest_version: versions.length,
    keys: Object.fromEntries(versions.map((pair, i) => [i + 1, { public_key: raw(pair) }])),
  };
}
