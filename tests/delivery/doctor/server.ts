import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server on this machine that answers as it is told; what is no text goes out as JSON. */
export async function answering(
  say: (asked: Asked) => readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>],
): Promise<{ readonly address: string; readonly asked: readonly Asked[]; close(): void }> {
  const all: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const asked: Asked = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
    all.push(asked);
    const [status, said = "", headers = {}] = say(asked);
    response.writeHead(status, headers).end(typeof said === "string" ? said : JSON.stringify(said));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: all,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
