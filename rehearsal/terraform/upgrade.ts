import { encode } from "./codec.ts";
import { failure } from "./diagnostics.ts";
import type { MoveRequest, UpgradeRequest } from "./requests.ts";
import { resourceSchema, type Session } from "./simulation.ts";
import { isObject, type ObjectValue, type Value } from "./value.ts";
import { eachNested, type Shape, shapeOf } from "./walk.ts";

/** State of the schema's own version goes back as it came: the engine reads JSON, and big numbers in it stay whole. Older state loses what the schema no longer has. */
export function upgrade(session: Session, q: UpgradeRequest): object {
  const json = q.raw_state?.json;
  if (json === undefined) {
    return {
      diagnostics: [failure("State too old", `${q.type_name}: this state was written before Terraform 0.12. Bring it up to date first.`)],
    };
  }
  const shape = shapeOf(resourceSchema(session.simulation, q.type_name).block);
  const state = JSON.parse(Buffer.from(json).toString("utf8")) as Value;
  if (!isObject(state) || fits(shape, state)) return { upgraded_state: { json } };
  return { upgraded_state: encode(pruned(shape, state)) };
}

/** Moving between types of one provider: what both know is kept. */
export function move(session: Session, q: MoveRequest): object {
  const json = q.source_state?.json;
  const state = json === undefined ? null : (JSON.parse(Buffer.from(json).toString("utf8")) as Value);
  if (!isObject(state))
    return { diagnostics: [failure("Cannot move", `${q.source_type_name} has no state that can become a ${q.target_type_name}.`)] };
  const shape = shapeOf(resourceSchema(session.simulation, q.target_type_name).block);
  return { target_state: encode(pruned(shape, state)), target_private: q.source_private ?? new Uint8Array() };
}

function fits(shape: Shape, state: ObjectValue): boolean {
  const known = new Set(shape.names);
  return Object.entries(state).every(([name, value]) => {
    if (!known.has(name)) return false;
    const nested = shape.nested[name];
    if (nested === undefined) return true;
    let all = true;
    eachNested(nested.mode, value, (x) => {
      all &&= fits(nested.shape, x);
      return x;
    });
    return all;
  });
}

function pruned(shape: Shape, state: ObjectValue): ObjectValue {
  return Object.fromEntries(
    shape.names.map((name) => {
      const nested = shape.nested[name];
      const value = state[name] ?? null;
      return [name, nested === undefined ? value : eachNested(nested.mode, value, (x) => pruned(nested.shape, x))];
    }),
  );
}
