import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The two calls of a transit engine that OpenTofu makes, and the two of ours: a key is known by name, and what it wraps by a number. */
export async function testTransit(): Promise<{ readonly address: string; readonly keys: Set<string>; close(): void }> {
  const keys = new Set<string>();
  const wrapped = new Map<string, string>();
  const server = createServer(async (asked, answer) => {
    let body = "";
    for await (const chunk of asked) body += String(chunk);
    const said = body === "" ? {} : (JSON.parse(body) as { bits?: number; ciphertext?: string });
    const [, what = "", key = ""] = /^\/v1\/transit\/(keys|datakey\/plaintext|decrypt)\/(.+)$/.exec(asked.url ?? "") ?? [];
    const give = (data: object | null): void => void answer.writeHead(data === null ? 404 : 200).end(JSON.stringify({ data }));
    if (asked.headers["x-vault-token"] !== "tests") return void answer.writeHead(403).end("{}");
    if (what === "keys") {
      if (asked.method !== "GET") keys.add(key);
      return give(keys.has(key) ? { name: key } : null);
    }
    if (!keys.has(key)) return give(null);
    if (what === "decrypt") {
      const plaintext = wrapped.get(`${key} ${said.ciphertext}`);
      return give(plaintext === undefined ? null : { plaintext });
    }
    const plaintext = randomBytes((said.bits ?? 256) / 8).toString("base64");
    const ciphertext = `vault:v1:${randomBytes(12).toString("hex")}`;
    wrapped.set(`${key} ${ciphertext}`, plaintext);
    give({ plaintext, ciphertext });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
