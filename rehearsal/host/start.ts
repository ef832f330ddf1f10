import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../catalogue/package-root.ts";
import type { Environment } from "../../engines/index.ts";
import type { Fault } from "../faults.ts";
import { RehearsalError } from "../rehearsal-error.ts";
import type { Opened, Opening } from "./message.ts";

export interface HostOptions {
  /** File in which the world survives. */
  readonly world: string;
  readonly faults?: readonly Fault[];
}

/** Simulated providers that are running, and where engines find them. */
export interface Host {
  /** A folder for this run, removed when the last engine has let go. */
  readonly scratch: string;
  readonly states: string;
  readonly env: Environment;
  /** Source addresses of what is simulated. */
  readonly sources: readonly string[];
  /** Lets go; the world is on disk when it is over. */
  close(): Promise<void>;
}

/** Starts the providers. They end when this process has let go of them or died, and no engine talks to them any more. */
export function startHost({ world, faults = [] }: HostOptions): Promise<Host> {
  const address = faults.find((fault) => fault.address !== undefined)?.address;
  if (address !== undefined)
    throw new RehearsalError("not-simulated", `A fault at an address (${address}) needs \`terroir rehearse\`. Here, name a resource type.`);
  mkdirSync(dirname(world), { recursive: true });
  const child = spawn(process.execPath, [...flags(), program()], { stdio: ["ignore", "ignore", "inherit", "ipc"], detached: true });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", () => fail(new Error("The simulated providers ended before they began; what they said is above.")));
    child.once("message", (opened: Opened) => {
      if (!opened.ok) {
        fail(new RehearsalError("world", opened.message));
        return;
      }
      done({ ...opened, close: () => left(child) });
    });
    child.send({ world, faults } satisfies Opening);
  });
}

function left(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.removeAllListeners("exit");
    child.once("exit", () => done());
    child.disconnect();
  });
}

/** From source the loader is needed again. As published there is none, and a test runner keeps its own to itself. */
const isSource = (): boolean => import.meta.url.endsWith(".ts") && process.execArgv.some((flag) => /\btsx\b/.test(flag));

const flags = (): readonly string[] => (isSource() ? process.execArgv : []);

const program = (): string =>
  isSource() ? fileURLToPath(new URL("./main.ts", import.meta.url)) : join(packageRoot(), "dist", "rehearsal", "host", "main.js");
