import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { NativeConnection, type NativeConnectionOptions, Worker } from "@temporalio/worker";
import { InputError, TerroirError, withoutTrace } from "../../catalogue/errors.ts";
import { stackActivities } from "./activities.ts";
import { noServer } from "./no-server.ts";
import { WORKFLOW_QUEUE } from "./order.ts";
import { heldQueue } from "./queues.ts";
import { openRun, type StackWork } from "./session.ts";
import { workflowCode } from "./workflow-code.ts";

/** A worker: what it works with, and whom it works for. */
export interface StackWorkerOptions extends StackWork {
  /** The Temporal server: address, TLS, API key. */
  readonly connection: NativeConnectionOptions;
  /** @default "default" */
  readonly namespace?: string;
  /** Task queues that it serves: those of the clouds for which it holds credentials (`terroir-ovh`; see `queueOf`). */
  readonly queues: readonly string[];
  /** Stacks at once. @default 4 */
  readonly parallel?: number;
  /** Its name: the same when it is started again, and no other's. @default the host's name, and a sign for its home */
  readonly identity?: string;
  /** Also decide the order of deployments, which needs no credentials. @default true */
  readonly workflows?: boolean;
  /** How long a stack may go on once the worker was told to stop, before its engine is told, seconds. @default 30 */
  readonly graceSeconds?: number;
}

/** A worker that is ready. */
export interface StackWorker {
  /** By which Temporal, and the stacks that it deploys, name it. */
  readonly identity: string;
  /** Works until `shutdown` is called, or the process gets SIGINT or SIGTERM. Engines come to the end of what they are at first. */
  run(): Promise<void>;
  /** Takes no more stacks; `run` ends when those at hand have come to their end. */
  shutdown(): void;
}

/** A plan that waits is asked for at once, however busy its holder is: turns are taken there. */
const HELD_AT_ONCE = 1_000;

/**
 * Starts a worker for deployments over Temporal: judges its folder, brings to an end what an earlier one left, and connects.
 *
 * @throws TerroirError when the guard refuses the folder
 * @throws InputError when no queue is named, or the server cannot be reached
 */
export async function startWorker(options: StackWorkerOptions): Promise<StackWorker> {
  const { queues, parallel = 4, namespace = "default", workflows = true, graceSeconds = 30 } = options;
  if (queues.length === 0) throw new InputError('A worker serves at least one queue: queues: ["terroir-ovh"].');
  const identity = options.identity ?? nameOf(options.home ?? ".");
  const connection = await connected(options.connection);
  const open = await openRun(options, parallel).catch(async (error: unknown) => {
    await connection.close();
    throw error instanceof TerroirError ? withoutTrace(error) : error;
  });
  const shared = { connection, namespace, identity, shutdownGraceTime: `${graceSeconds} seconds` } as const;
  const activities = stackActivities({ run: open.run, identity, parallel });
  const serving = (taskQueue: string, most: number) =>
    Worker.create({ ...shared, taskQueue, activities, maxConcurrentActivityTaskExecutions: most });
  const workers = await Promise.all([
    ...queues.map((queue) => serving(queue, parallel)),
    serving(heldQueue(identity), HELD_AT_ONCE),
    ...(workflows
      ? [Worker.create({ ...shared, taskQueue: WORKFLOW_QUEUE, workflowBundle: { code: await workflowCode(process.env) } })]
      : []),
  ]);
  return {
    identity,
    async run() {
      try {
        await Promise.all(workers.map((worker) => worker.run()));
      } finally {
        await open.close();
        await connection.close();
      }
    },
    shutdown() {
      for (const worker of workers) worker.shutdown();
    },
  };
}

async function connected(options: NativeConnectionOptions): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect(options);
  } catch (error) {
    throw noServer(options.address, error);
  }
}

const nameOf = (home: string): string => `${hostname()}-${createHash("sha256").update(resolve(home)).digest("hex").slice(0, 8)}`;
