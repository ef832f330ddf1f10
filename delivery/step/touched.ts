import type { EngineMessage } from "./messages.ts";

/** What became of the resources that an apply touched, as far as the engine said. */
export interface Touched {
  /** Done, with what was done: `create`, `update`, `delete`. */
  readonly done: ReadonlyMap<string, string>;
  /** What the clouds call those that were made, where the engine said so. */
  readonly ids: ReadonlyMap<string, string>;
  readonly failed: readonly string[];
  /** Begun, and neither done nor failed when the engine ended: nobody knows. */
  readonly open: ReadonlyMap<string, string>;
  /** The engine said that all is done. */
  readonly complete: boolean;
}

export function touchedBy(messages: readonly EngineMessage[]): Touched {
  const done = new Map<string, string>();
  const ids = new Map<string, string>();
  const open = new Map<string, string>();
  const failed: string[] = [];
  let complete = false;
  for (const { type, hook, changes } of messages) {
    const address = hook?.resource?.addr;
    if (type === "change_summary" && changes?.operation !== "plan") complete = true;
    if (address === undefined) continue;
    if (type === "apply_start") open.set(address, hook?.action ?? "change");
    if (type === "apply_complete") {
      open.delete(address);
      done.set(address, hook?.action ?? "change");
      if (hook?.action === "create" && hook.id_value !== undefined) ids.set(address, hook.id_value);
    }
    if (type === "apply_errored") {
      open.delete(address);
      failed.push(address);
    }
  }
  return { done, ids, failed, open, complete };
}
