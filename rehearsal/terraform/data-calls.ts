import { setTimeout as wait } from "node:timers/promises";
import type { Schema } from "../../clouds/schema/index.ts";
import { fromPlain, fromPlainObject, toPlainObject } from "../world/plain.ts";
import { decode, encode } from "./codec.ts";
import { configured } from "./configured.ts";
import { type Diagnostic, failure } from "./diagnostics.ts";
import { complete } from "./fill.ts";
import type { Seed } from "./invent.ts";
import { withoutPlaces } from "./marked.ts";
import { unknownToCloud } from "./refusals.ts";
import type { Diagnosed, TypedConfigRequest } from "./requests.ts";
import { answerContext, type Session, type Simulation, seedOf } from "./simulation.ts";
import { strikeAt } from "./strike.ts";
import { isObject, type ObjectValue, type Value } from "./value.ts";
import { shapeOf } from "./walk.ts";

function configOf(q: TypedConfigRequest): ObjectValue {
  const config = decode(q.config);
  return isObject(config) ? config : {};
}

export function validateData(session: Session, q: TypedConfigRequest): Diagnosed {
  const s = session.simulation;
  const schema = s.schema.dataSource(q.type_name);
  return schema === undefined ? {} : check(s, q, schema, configOf(q));
}

function check(s: Simulation, q: TypedConfigRequest, schema: Schema, config: ObjectValue): Diagnosed {
  return { diagnostics: [...configured(shapeOf(schema.block), config, q.type_name), ...unknownToCloud(s, q.type_name, schema, config)] };
}

/** Answers a question: from the world when it holds what is asked for, else as the cloud would in all likelihood. */
export async function readData(session: Session, q: TypedConfigRequest): Promise<object> {
  const s = session.simulation;
  const schema = s.schema.dataSource(q.type_name);
  if (schema === undefined) throw new Error(`The provider ${s.source} has no data source ${q.type_name}.`);
  const config = configOf(q);
  const strike = s.faults.none ? null : strikeAt(session, "data", q.type_name, config);
  if (strike !== null) await wait(strike.delay);
  if (strike !== null && strike.says !== null) return { diagnostics: [failure(strike.says, q.type_name)] };
  return { state: encode(answer(session, q.type_name, schema, config)) };
}

function answer(session: Session, type: string, schema: Schema, config: ObjectValue): ObjectValue {
  const s = session.simulation;
  const shape = shapeOf(schema.block);
  const asked = toPlainObject(config);
  const seed: Seed = seedOf(s, "data", type, JSON.stringify(asked));
  const cx = answerContext(session, seed);
  const said = fromPlainObject(s.overlay.dataSources?.[type]?.(asked, cx) ?? existing(s, type, config) ?? {});
  const inventions = s.overlay.inventions ?? {};
  const all = complete(shape, fromSaid(config, said), seed, true, (name): Value | undefined => {
    const invent = inventions[name];
    return invent === undefined ? undefined : fromPlain(invent(cx));
  });
  return s.answers === "marked" ? withoutPlaces(s, all, config) : all;
}

/** The configuration, and what is said of the rest: configured values stay as they are. */
function fromSaid(config: ObjectValue, said: ObjectValue): ObjectValue {
  const all: Record<string, Value> = { ...config };
  for (const [name, value] of Object.entries(said)) if ((all[name] ?? null) === null || isEmpty(all[name])) all[name] = value;
  return all;
}

const isEmpty = (value: Value | undefined): boolean => Array.isArray(value) && value.length === 0;

/** The resource of the same name that fits what is configured. */
function existing(s: Simulation, type: string, config: ObjectValue): ReturnType<typeof toPlainObject> | undefined {
  const given = Object.entries(toPlainObject(config)).filter(([, v]) => typeof v === "string" || typeof v === "number");
  if (given.length === 0) return undefined;
  const shape = s.schema.dataSource(type)?.block;
  const found = s.world.list(type).find(([, r]) => given.every(([name, v]) => !(name in r.attributes) || r.attributes[name] === v));
  if (found === undefined) return undefined;
  const names = Object.keys(shape?.attributes ?? {});
  // Only what has the same shape on both sides can be carried over.
  const own = s.schema.resource(type)?.block.attributes ?? {};
  const theirs = shape?.attributes ?? {};
  const alike = names.filter(
    (n) => JSON.stringify(own[n]?.type ?? own[n]?.nested_type) === JSON.stringify(theirs[n]?.type ?? theirs[n]?.nested_type),
  );
  return Object.fromEntries(alike.flatMap((n) => (found[1].attributes[n] === undefined ? [] : [[n, found[1].attributes[n]]])));
}

/** Opens something that is never stored: the same answer to the same question, made anew. */
export function openEphemeral(
  session: Session,
  q: TypedConfigRequest,
): { readonly result?: object; readonly diagnostics?: readonly Diagnostic[] } {
  const s = session.simulation;
  const schema = s.schema.ephemeral(q.type_name);
  if (schema === undefined) throw new Error(`The provider ${s.source} has no ephemeral resource ${q.type_name}.`);
  const config = configOf(q);
  const seed = seedOf(s, "ephemeral", q.type_name, JSON.stringify(toPlainObject(config)));
  return { result: encode(complete(shapeOf(schema.block), config, seed, true)) };
}
