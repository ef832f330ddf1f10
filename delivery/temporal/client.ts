import { setTimeout as wait } from "node:timers/promises";
import {
  Client,
  Connection,
  type ConnectionOptions,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowHandle,
  WorkflowNotFoundError,
} from "@temporalio/client";
import { InputError } from "../../catalogue/errors.ts";
import { type GraphStack, readGraph } from "../graph/index.ts";
import { select } from "../run/select.ts";
import { noServer } from "./no-server.ts";
import { type Decision, type DeploymentOrder, type DeploymentResult, type DeploymentState, WORKFLOW, WORKFLOW_QUEUE } from "./order.ts";
import { queueOf } from "./queues.ts";

/** What to deploy, and how. */
export interface DeployOptions {
  /** Names the deployment, and what it is of: while one runs, no second of this name begins. */
  readonly id: string;
  /** The synthesized folder that every worker has a copy of. */
  readonly folder: string;
  /** Only these stacks; `*` stands for any text. What they read of others must be applied already. @default all */
  readonly only?: readonly string[];
  /** Every plan that would change something waits until somebody approves it. @default false */
  readonly approval?: boolean;
  /** Go on with what does not depend on what failed. @default false */
  readonly keepGoing?: boolean;
  /** Which queue a stack goes to. @default `queueOf`: one a cloud */
  readonly queueOf?: (stack: GraphStack) => string;
  /** How long one attempt at a stack may take, minutes. @default 120 */
  readonly minutes?: number;
  /** After so many seconds without a sign of life a worker is taken for dead, and another takes over. @default 20 */
  readonly heartbeatSeconds?: number;
}

/** A deployment that runs, or is over. */
export interface Deployment {
  /** Under which it was started; the workflow's id at the server. */
  readonly id: string;
  /** Each stack as it stands. */
  state(): Promise<DeploymentState>;
  /** Lets plans that wait at this moment be applied. */
  approve(decision: Decision): Promise<void>;
  /** Lets plans that wait at this moment not be applied: their stacks are refused. */
  reject(decision: Decision): Promise<void>;
  /** Begins no more stacks, and lets engines finish the call that they are at. */
  cancel(): Promise<void>;
  /** Waits for its end, through restarts of the server. */
  result(): Promise<DeploymentResult>;
}

/** Deployments at one Temporal server. */
export interface Deployments {
  /**
   * Starts one.
   *
   * @throws InputError when one of the same id runs
   */
  deploy(options: DeployOptions): Promise<Deployment>;
  /** One that was started before. */
  of(id: string): Deployment;
  /** Closes the connection. Deployments go on without it. */
  close(): Promise<void>;
}

/** Connects to a Temporal server, to start deployments, look at them and decide on their plans. */
export async function connect(options: ConnectionOptions & { readonly namespace?: string }): Promise<Deployments> {
  const { namespace = "default", ...where } = options;
  const connection = await Connection.connect(where).catch((error: unknown) => {
    throw noServer(where.address, error);
  });
  const client = new Client({ connection, namespace });
  return {
    async deploy(given) {
      const order = orderOf(given);
      try {
        const handle = await client.workflow.start(WORKFLOW, { taskQueue: WORKFLOW_QUEUE, workflowId: given.id, args: [order] });
        return deployment(handle);
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        throw new InputError(
          `The deployment ${given.id} runs already. Look at it (of("${given.id}").state()), and wait for its end or cancel it.`,
          {
            cause: error,
          },
        );
      }
    },
    of: (id) => deployment(client.workflow.getHandle(id)),
    close: () => connection.close(),
  };
}

/** What the workflow is told: names, digests, order and queues of the selected stacks. */
export function orderOf(options: DeployOptions): DeploymentOrder {
  const { folder, only, approval = false, keepGoing = false, minutes = 120, heartbeatSeconds = 20 } = options;
  const graph = readGraph(folder);
  const selected = new Set(select(graph, { only }));
  const queue = options.queueOf ?? queueOf;
  return {
    approval,
    keepGoing,
    minutes,
    heartbeatSeconds,
    stacks: graph.stacks
      .filter(({ name }) => selected.has(name))
      .map((stack) => ({
        name: stack.name,
        digest: stack.digest,
        dependsOn: stack.dependsOn.filter((one) => selected.has(one)),
        queue: queue(stack),
      })),
  };
}

const deployment = (handle: WorkflowHandle): Deployment => ({
  id: handle.workflowId,
  state: () => handle.query<DeploymentState>("state"),
  approve: (decision) => handle.signal("approve", decision),
  reject: (decision) => handle.signal("reject", decision),
  async cancel() {
    await handle.cancel();
  },
  result: () => patient(() => handle.result() as Promise<DeploymentResult>),
});

/** A second: a server that was restarted answers after some. */
const PAUSE = 1_000;

/** Asks again as long as nobody answers: the deployment goes on without whoever waits for it. */
async function patient<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || !isUnreached(error)) throw error;
      await wait(PAUSE);
    }
  }
}

/** gRPC's codes for a server that is not there, or did not answer in time. */
const UNREACHED = new Set([1, 4, 14]);

function isUnreached(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return (typeof code === "number" && UNREACHED.has(code)) || isUnreached(error.cause);
}
