import type { SimulatedObject } from "../../clouds/contract/rehearsal.ts";
import { toPlainObject } from "../world/plain.ts";
import type { WorldResource } from "../world/world-file.ts";
import { secretsOf } from "./apply.ts";
import { encode } from "./codec.ts";
import { failure } from "./diagnostics.ts";
import { complete } from "./fill.ts";
import type { ImportResponse } from "./requests.ts";
import { behaviourOf, resourceSchema, type Session, seedOf } from "./simulation.ts";
import { stateOf } from "./state-of.ts";
import { type ObjectValue, UNKNOWN, type Value } from "./value.ts";
import { shapeOf } from "./walk.ts";

/** Brings something that exists under the engine's care. What exists is what the world holds. */
export function importResource(session: Session, type: string, id: string): ImportResponse {
  const s = session.simulation;
  resourceSchema(s, type);
  const found = s.world.list(type).find(([, r]) => names(id, r, behaviourOf(s, type).importId));
  if (found !== undefined) {
    const [key, resource] = found;
    return { imported_resources: [{ type_name: type, state: encode(stateOf(s, resource)), private: Buffer.from(key) }] };
  }
  if (s.imports === "invent") return invent(session, type, id);
  const detail = `No ${type} with the id "${id}" is in this rehearsal's world. Add it to the world file, or make it first.`;
  return { diagnostics: [failure("Cannot import what does not exist", detail)] };
}

/** Whether an import id means this resource: its `id`, or its parts in the order that the provider documents, or each part some text of it. */
function names(id: string, resource: WorldResource, order: readonly string[] | undefined): boolean {
  const { attributes } = resource;
  const parts = id.split(/[/,]/);
  if (order !== undefined) return parts.length === order.length && order.every((name, i) => String(attributes[name]) === parts[i]);
  if (attributes.id === id || (attributes.id === undefined && attributes.name === id)) return true;
  const texts = new Set(Object.values(attributes).filter((x) => typeof x === "string"));
  return parts.length > 1 && (parts.at(-1) === attributes.id || parts.at(-1) === attributes.name) && parts.every((part) => texts.has(part));
}

function invent(session: Session, type: string, id: string): ImportResponse {
  const s = session.simulation;
  const schema = resourceSchema(s, type);
  const shape = shapeOf(schema.block);
  const parts = id.split(/[/,]/);
  const known: Record<string, Value> = {};
  for (const name of shape.names) {
    const a = shape.attributes[name];
    known[name] = a !== undefined && (a.required === true || a.computed === true) ? UNKNOWN : null;
  }
  if (shape.attributes.id !== undefined) known.id = id;
  behaviourOf(s, type).importId?.forEach((name, i) => {
    if (parts[i] !== undefined) known[name] = parts[i];
  });
  const state: ObjectValue = complete(shape, known, seedOf(s, "import", type, id), false);
  const attributes: SimulatedObject = toPlainObject(state);
  const key = s.world.add({ provider: s.source, type, attributes, secrets: secretsOf(schema) });
  s.invented(`${type} ${id}, imported`);
  return { imported_resources: [{ type_name: type, state: encode(state), private: Buffer.from(key) }] };
}
