import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type AskStore, asking } from "../../../delivery/store/s3.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { freePort } from "../free-port.ts";
import { versitygw } from "./versitygw.ts";

/** Who may ask the store. */
export const LOGIN = { AWS_ACCESS_KEY_ID: "tests", AWS_SECRET_ACCESS_KEY: "not-a-secret-of-anybody" } as const;

/** A real S3 store on this machine, behind a door that can be shut. */
export interface TestStore {
  readonly endpoint: string;
  /** Where it keeps its objects. */
  readonly folder: string;
  readonly ask: (bucket: string) => AskStore;
  /** Which requests find the door shut, by method and path; none from now on when left out. A request waits for an answer that takes time. */
  shut(when?: (method: string, path: string) => boolean | Promise<boolean>): void;
  close(): Promise<void>;
}

export async function testStore(): Promise<TestStore> {
  if (versitygw === undefined) throw new Error("no versitygw");
  const folder = join(scratch(), "objects");
  const versions = join(scratch(), "versions");
  for (const path of [folder, versions]) mkdirSync(path);
  const inner = await freePort();
  const server = spawn(
    versitygw,
    ["--port", `127.0.0.1:${inner}`, "--region", "eu", "--quiet", "posix", "--versioning-dir", versions, folder],
    {
      env: { ...process.env, ROOT_ACCESS_KEY: LOGIN.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: LOGIN.AWS_SECRET_ACCESS_KEY },
      stdio: "ignore",
    },
  );
  await listening(inner, server);
  let isShut = (_method: string, _path: string): boolean | Promise<boolean> => false;
  const door = createServer(async (asked, answer) => {
    if (await isShut(asked.method ?? "", asked.url ?? "")) return void asked.socket.destroy();
    const passed = request(
      { port: inner, host: "127.0.0.1", method: asked.method, path: asked.url, headers: asked.headers },
      (said: IncomingMessage) => {
        answer.writeHead(said.statusCode ?? 500, said.headers);
        said.pipe(answer);
      },
    );
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: LOGIN.AWS_ACCESS_KEY_ID, secretAccessKey: LOGIN.AWS_SECRET_ACCESS_KEY, where: "a test" };
  return {
    endpoint,
    folder,
    ask: (bucket) => asking({ endpoint, region: "eu", bucket }, credentials),
    shut: (when = () => false) => {
      isShut = when;
    },
    async close() {
      door.closeAllConnections();
      door.close();
      server.kill("SIGKILL");
      await once(server, "exit");
    },
  };
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  for (let i = 0; i < 600 && server.exitCode === null; i++) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      });
      socket.on("error", () => done(false));
    });
    if (open) return;
    await wait(50);
  }
  throw new Error("versitygw does not listen");
}
