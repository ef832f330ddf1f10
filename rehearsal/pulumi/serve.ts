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
    const [first] = simulations;
    const packages = simulations.map((simulation) => ({ name: packageOf(simulation.source), simulation }));
    // One program is any provider, once it is told which.
    const bridge = first === undefined ? [] : [{ name: BRIDGE, simulation: first }];
    for (const { name, simulation } of [...packages, ...bridge]) {
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        // One connection is one provider resource of one engine.
        const session: { simulation: Simulation; config: Session["config"] } = { simulation, config: {} };
        connection(
          socket,
          (path, message) => {
            const found = table.get(path);
            if (found?.handler === undefined) return null;
            const { call, handler } = found;
            if (name === BRIDGE && path.endsWith("/Parameterize"))
              return (async () => call.responseSerialize(parameterized(session, simulations, call.requestDeserialize(message))))();
            return (async () => call.responseSerialize(await handler(session, call.requestDeserialize(message) as never)))();
          },
          SERVICE,
        );
      });
      servers.push(server);
      await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
      attach.push(`${name}:${(server.address() as AddressInfo).port}`);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { attach: attach.join(","), close };
}

/** Pulumi's bridge to any Terraform provider. */
const BRIDGE = "terraform-provider";

/** Which provider the bridge is from here on. https://github.com/pulumi/pulumi-terraform-provider, as its generated SDKs ask for it, seen 2026-11-28. */
function parameterized(session: { simulation: Simulation }, simulations: readonly Simulation[], request: object): object {
  const { value } = pulumiWire().parameters(request);
  const url = (JSON.parse(Buffer.from(value).toString("utf8")) as { readonly remote?: { readonly url?: string } }).remote?.url ?? "";
  const found = simulations.find(({ source }) => url.endsWith(`/${source}`));
  if (found === undefined) throw new Error(`${url} is not simulated here.`);
  session.simulation = found;
  return pulumiWire().parameterized(packageOf(found.source), found.schema.version ?? "0.0.0");
}

const packageOf = (source: string): string => pulumiPackageOf(source)?.package ?? source.slice(source.lastIndexOf("/") + 1);
