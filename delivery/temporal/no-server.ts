import { InputError, withoutTrace } from "../../catalogue/errors.ts";

/** Nobody answers at an address: what to do, for whoever tries this for the first time. */
export function noServer(address = "localhost:7233", cause: unknown): InputError {
  // The worker's client wraps what the system said in five layers of its own.
  const said = cause instanceof Error ? cause.message : String(cause);
  const why = /message: "([^"]+)"/.exec(said)?.[1] ?? said;
  const message = `No Temporal server answers at ${address}: ${why}. Start one (to try: temporal server start-dev), or give its address and credentials in \`connection\` of the worker, in \`connect\` of whoever deploys.`;
  return withoutTrace(new InputError(message, { cause }));
}
