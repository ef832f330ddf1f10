import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { pulumiPackageOf } from "../../clouds/pulumi.ts";
import type { Session, Simulation } from "../terraform/simulation.ts";
import { connection } from "../terraform/transport/connection.ts";
import { PULUMI_HANDLERS } from "./provider.ts";
import { pulumiWire } from "./wire.ts";

export interface PulumiServing {
  /** Value of PULUMI_DEBUG_PROVIDERS: how the engine finds every provider. */
  readonly attach: string;
  close(): void;
}

const SERVICE = "/pulumirpc.ResourceProvider/";

/** Serves every simulation in Pulumi's protocol, on this machine only. */
export async function servePulumi(simulations: readonly Simulation[]): Promise<PulumiServing> {
  const { calls } = pulumiWire();
  const table = new Map(Object.entries(calls).map(([name, call]) => [call.path, { call, handler: PULUMI_HANDLERS[name] }]));
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const attach: string[] = [];
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  try {
    for (const simulation of simulations) {
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        // One connection is one provider resource of one engine.
        const session: Session = { simulation, config: {} };
        connection(
          socket,
          (path, message) => {
            const found = table.get(path);
            if (found?.handler === undefined) return null;
            const { call, handler } = found;
            return (async () => call.responseSerialize(await handler(session, call.requestDeserialize(message) as never)))();
          },
          SERVICE,
        );
      });
      servers.push(server);
      await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
      attach.push(`${packageOf(simulation.source)}:${(server.address() as AddressInfo).port}`);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { attach: attach.join(","), close };
}

const packageOf = (source: string): string => pulumiPackageOf(source)?.package ?? source.slice(source.lastIndexOf("/") + 1);
