import { fromPlain, toPlain } from "../world/plain.ts";
import { type DynamicValue, decode, encode } from "./codec.ts";
import type { Session } from "./simulation.ts";

export interface CallRequest {
  readonly name: string;
  readonly arguments?: readonly DynamicValue[];
}

/** Provider-defined functions compute; nothing about them is simulated, so those that nobody wrote are refused. */
export function callFunction(session: Session, q: CallRequest): object {
  const { overlay, source } = session.simulation;
  const fn = overlay.functions?.[q.name];
  if (fn === undefined) return { error: { text: `The rehearsal does not know what ${source}'s function ${q.name} computes.` } };
  try {
    return { result: encode(fromPlain(fn(...(q.arguments ?? []).map((a) => toPlain(decode(a)))))) };
  } catch (error) {
    return { error: { text: error instanceof Error ? error.message : String(error) } };
  }
}
