import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import { type Call, calls } from "./protocol.ts";
import { HANDLERS } from "./provider.ts";
import { schemaMessage } from "./schema-message.ts";
import type { Session, Simulation } from "./simulation.ts";

export interface Serving {
  /** Value of TF_REATTACH_PROVIDERS: how the engine finds every provider. */
  readonly reattach: string;
  close(): void;
}

const REGISTRIES = ["registry.opentofu.org", "registry.terraform.io"];

/** Serves every simulation over a unix socket of its own, in this process. */
export async function serve(simulations: readonly Simulation[]): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), "terroir-"));
  const reattach: Record<string, object> = {};
  const servers: Server[] = [];
  for (const [i, simulation] of simulations.entries()) {
    const version = simulation.overlay.protocol ?? 6;
    const socket = join(folder, `${i}.sock`);
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    const session: Session = { simulation, config: {} };
    for (const call of calls(version)) {
      server.register(
        call.path,
        (c: { request: object }, done: (error: object | null, value?: object) => void) => {
          answer(session, call, c.request).then(
            (value) => done(null, value),
            (error: unknown) => done({ code: status.INTERNAL, message: error instanceof Error ? error.message : String(error) }),
          );
        },
        (x) => x as Buffer,
        call.decode,
        "unary",
      );
    }
    await new Promise<void>((ok, no) => {
      server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) => (error === null ? ok() : no(error)));
    });
    servers.push(server);
    const address = { Protocol: "grpc", ProtocolVersion: version, Pid: process.pid, Test: true, Addr: { Network: "unix", String: socket } };
    for (const registry of REGISTRIES) reattach[`${registry}/${simulation.source}`] = address;
  }
  return {
    reattach: JSON.stringify(reattach),
    close: () => {
      for (const server of servers) server.forceShutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const schemas = new WeakMap<object, Buffer>();

async function answer(session: Session, call: Call, request: object): Promise<Buffer> {
  if (call.name !== "GetProviderSchema") return call.encode(await HANDLERS[call.name](session, request as never));
  const { schema } = session.simulation;
  let bytes = schemas.get(schema);
  if (bytes === undefined) {
    bytes = call.encode(schemaMessage(schema));
    schemas.set(schema, bytes);
  }
  return bytes;
}
