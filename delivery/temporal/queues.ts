import type { GraphStack } from "../graph/index.ts";
import { WORKFLOW_QUEUE } from "./order.ts";

/** What any worker can serve: engines' own utilities, and clients that are pointed at another operator's storage. */
const OF_NO_CLOUD = /^(?:hashicorp\/.*|aminueza\/minio|terraform\.io\/builtin\/.*)$/;

/**
 * The task queue of a stack: `terroir-ovh`, for one of two clouds `terroir-outscale+ovh`, for one of none `terroir-any`. Only workers that serve it get
 * the stack, so that a cloud's credentials are where those workers are, and nowhere else.
 */
export function queueOf({ providers }: Pick<GraphStack, "providers">): string {
  const clouds = providers.filter((source) => !OF_NO_CLOUD.test(source)).map((source) => source.slice(source.lastIndexOf("/") + 1));
  const names = [...new Set(clouds)].sort();
  return `${WORKFLOW_QUEUE}-${names.length === 0 ? "any" : names.join("+")}`;
}

/** The queue of one worker alone, on which the plans that it holds are asked for. */
export const heldQueue = (identity: string): string => `${WORKFLOW_QUEUE}-held-by-${identity}`;
