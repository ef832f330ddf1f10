import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { type Call, calls } from "./protocol.ts";
import { HANDLERS } from "./provider.ts";
import { schemaMessage } from "./schema-message.ts";
import type { Session, Simulation } from "./simulation.ts";
import { standInFor } from "./stand-in-calls.ts";
import { connection } from "./transport/connection.ts";

export interface Serving {
  /** Value of TF_REATTACH_PROVIDERS: how the engine finds every provider. */
  readonly reattach: string;
  /** How many engines are talking to it, each counted once a provider. */
  connections(): number;
  close(): void;
}

const REGISTRIES = ["registry.opentofu.org", "registry.terraform.io"];

/**
 * Serves every simulation over a unix socket of its own, in this process.
 *
 * @param folder one that only we may enter; who made it removes it
 * @param alsoAt under which other source addresses a provider is found
 */
export async function serve(
  simulations: readonly Simulation[],
  folder: string,
  alsoAt: (source: string) => readonly string[] = () => [],
): Promise<Serving> {
  const reattach: Record<string, object> = {};
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  try {
    for (const [i, simulation] of simulations.entries()) {
      const version = simulation.overlay.protocol ?? 6;
      const path = join(folder, `${i}.sock`);
      const table = new Map(calls(version).map((call) => [call.path, call]));
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        // One connection is one provider block of one engine.
        const session: Session = { simulation, config: {} };
        connection(socket, (name, message) => {
          const call = table.get(name);
          return call === undefined ? null : answer(session, call, message);
        });
      });
      servers.push(server);
      await listening(server, path);
      const address = { Protocol: "grpc", ProtocolVersion: version, Pid: process.pid, Test: true, Addr: { Network: "unix", String: path } };
      for (const source of [simulation.source, ...alsoAt(simulation.source)])
        for (const name of source.split("/").length > 2 ? [source] : REGISTRIES.map((registry) => `${registry}/${source}`))
          reattach[name] = address;
    }
  } catch (error) {
    close();
    throw error;
  }
  return { reattach: JSON.stringify(reattach), connections: () => sockets.size, close };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(path, () => done());
  });
}

const schemas = new WeakMap<object, Buffer>();

async function answer(session: Session, call: Call, message: Buffer): Promise<Buffer> {
  if (call.name !== "GetProviderSchema") {
    const asked = call.decode(message);
    const handler = standInFor(session.simulation, call.name, asked) ?? HANDLERS[call.name];
    return call.encode(await handler(session, asked as never));
  }
  const { schema } = session.simulation;
  let bytes = schemas.get(schema);
  if (bytes === undefined) {
    bytes = call.encode(schemaMessage(schema));
    schemas.set(schema, bytes);
  }
  return bytes;
}
