import type { Schema } from "../../clouds/schema/index.ts";
import { fromPlain, toPlainObject } from "../world/plain.ts";
import { encode } from "./codec.ts";
import { failure } from "./diagnostics.ts";
import { complete } from "./fill.ts";
import { clash } from "./refusals.ts";
import type { ApplyResponse } from "./requests.ts";
import { answerContext, behaviourOf, type Session, seedOf } from "./simulation.ts";
import type { ObjectValue, Value } from "./value.ts";
import { shapeOf } from "./walk.ts";

/** Makes or changes a resource in the world: what was unknown in the plan is decided now. */
export function make(
  session: Session,
  type: string,
  schema: Schema,
  key: string | null,
  planned: ObjectValue,
  order: Uint8Array,
): ApplyResponse {
  const s = session.simulation;
  const taken = key === null ? clash(s, type, planned) : null;
  if (taken !== null) return { diagnostics: [taken] };
  const state = decide(session, type, schema, key, planned, order);
  const resource = { provider: s.source, type, attributes: toPlainObject(state), secrets: secretsOf(schema) };
  const made = key ?? s.world.add(resource);
  if (key !== null) s.world.set(key, resource);
  const new_state = encode(state);
  s.world.settle(made, new_state.msgpack);
  return { new_state, private: Buffer.from(made) };
}

/** Values of what nobody configured, from the configuration's bytes alone: not from a sequence that parallel work would change. */
function decide(session: Session, type: string, schema: Schema, key: string | null, planned: ObjectValue, order: Uint8Array): ObjectValue {
  const s = session.simulation;
  const text = Buffer.from(order).toString("latin1");
  const seed = seedOf(s, type, key ?? "", text, s.world.twin(`${type}/${text}`));
  const fills = behaviourOf(s, type).fills ?? {};
  const inventions = s.overlay.inventions ?? {};
  const cx = answerContext(session, seed);
  return complete(shapeOf(schema.block), planned, seed, false, (name, known): Value | undefined => {
    const fill = fills[name];
    if (fill !== undefined) return fromPlain(typeof fill === "function" ? fill(toPlainObject(known), cx) : fill);
    const invent = inventions[name];
    return invent === undefined ? undefined : fromPlain(invent(cx));
  });
}

const secrets = new WeakMap<Schema, readonly string[]>();

export function secretsOf(schema: Schema): readonly string[] {
  let names = secrets.get(schema);
  if (names === undefined) {
    names = Object.entries(schema.block.attributes ?? {}).flatMap(([name, a]) => (a.sensitive === true ? [name] : []));
    secrets.set(schema, names);
  }
  return names;
}

/** The cloud refuses: with what is known so far when something came into being, so that the engine remembers to replace it. */
export function refuse(says: string, type: string): ApplyResponse {
  return { diagnostics: [failure(says, `${type}: this is a fault that the rehearsal was asked for.`)] };
}
