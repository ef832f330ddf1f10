import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { freePort } from "../free-port.ts";

/** A real Temporal server, whose memory is a file: killed and started again it knows what it knew. */
export interface Server {
  readonly address: string;
  /** Ends it with -9. */
  kill(): void;
  /** Starts it, the first time or again, and waits until it answers. */
  start(): Promise<void>;
}

/** @param settings the server's own, by their names */
export async function server(program: string, folder: string, settings: Readonly<Record<string, number>> = {}): Promise<Server> {
  const [port, http, metrics] = await Promise.all([freePort(), freePort(), freePort()]);
  const address = `127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    address,
    kill: () => void child?.kill("SIGKILL"),
    async start() {
      const log = openSync(join(folder, "server.log"), "a");
      const ports = ["--port", String(port), "--http-port", String(http), "--metrics-port", String(metrics)];
      const args = ["server", "start-dev", "--headless", "--ip", "127.0.0.1", ...ports, "--db-filename", join(folder, "server.db")];
      const more = Object.entries(settings).flatMap(([name, value]) => ["--dynamic-config-value", `${name}=${value}`]);
      child = spawn(program, [...args, ...more, "--log-level", "error"], {
        stdio: ["ignore", log, log],
        env: { ...process.env, HOME: folder },
      });
      await answers(address);
    },
  };
}

async function answers(address: string): Promise<void> {
  for (let patience = 150; ; patience -= 1) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: "1 second" });
      // It listens before it can do anything.
      await connection.workflowService.describeNamespace({ namespace: "default" });
      return await connection.close();
    } catch (error) {
      if (patience === 0) throw error;
      await wait(200);
    }
  }
}
