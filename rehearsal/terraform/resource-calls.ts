import { setTimeout as wait } from "node:timers/promises";
import { make, refuse } from "./apply.ts";
import { type DynamicValue, decode, encode } from "./codec.ts";
import { configured } from "./configured.ts";
import { failure, pathTo, warning } from "./diagnostics.ts";
import { planChange } from "./plan.ts";
import { refusedByCode } from "./provider-checks.ts";
import { unknownToCloud } from "./refusals.ts";
import type {
  ApplyRequest,
  ApplyResponse,
  Diagnosed,
  PlanRequest,
  PlanResponse,
  ReadRequest,
  ReadResponse,
  TypedConfigRequest,
} from "./requests.ts";
import { behaviourOf, replacing, resourceSchema, type Session } from "./simulation.ts";
import { stateOf } from "./state-of.ts";
import { strikeAt } from "./strike.ts";
import { isObject, type ObjectValue } from "./value.ts";
import { shapeOf } from "./walk.ts";

/** Bytes of nil: what a destroyed resource is. */
const isNull = (wire: DynamicValue | undefined): boolean =>
  wire === undefined ||
  (wire.msgpack?.length === 1 && wire.msgpack[0] === 0xc0) ||
  ((wire.msgpack?.length ?? 0) === 0 && (wire.json?.length ?? 0) === 0);

const same = (a: DynamicValue | undefined, b: DynamicValue | undefined): boolean =>
  a?.msgpack !== undefined && b?.msgpack !== undefined && a.msgpack.length > 0 && Buffer.compare(a.msgpack, b.msgpack) === 0;

const objectIn = (wire: DynamicValue | undefined): ObjectValue | null => {
  const value = decode(wire);
  return isObject(value) ? value : null;
};

const keyOf = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined || bytes.length === 0 ? null : Buffer.from(bytes).toString("utf8");

export function validate(session: Session, q: TypedConfigRequest): Diagnosed {
  const { simulation } = session;
  const schema = resourceSchema(simulation, q.type_name);
  const config = objectIn(q.config);
  if (config === null) return {};
  const old = schema.block.deprecated === true ? [warning("Deprecated resource", `${q.type_name} is deprecated.`)] : [];
  return {
    diagnostics: [
      ...old,
      ...configured(shapeOf(schema.block), config, q.type_name),
      ...unknownToCloud(simulation, q.type_name, schema, config),
      ...refusedByCode(simulation, q.type_name, config),
    ],
  };
}

export function plan(session: Session, q: PlanRequest): PlanResponse {
  const { simulation } = session;
  const planned_private = q.prior_private ?? new Uint8Array();
  // Nothing was asked to change: the bytes themselves say so.
  if (isNull(q.proposed_new_state) || same(q.prior_state, q.proposed_new_state)) {
    return { ...(q.proposed_new_state ? { planned_state: q.proposed_new_state } : {}), planned_private };
  }
  const proposed = objectIn(q.proposed_new_state);
  if (proposed === null) return { ...(q.proposed_new_state ? { planned_state: q.proposed_new_state } : {}), planned_private };
  const shape = shapeOf(resourceSchema(simulation, q.type_name).block);
  const prior = objectIn(q.prior_state);
  const { state, replaces } = planChange(shape, prior, proposed, behaviourOf(simulation, q.type_name), replacing(simulation, q.type_name));
  return { planned_state: encode(state), requires_replace: replaces.map((name) => pathTo(name)), planned_private };
}

export async function apply(session: Session, q: ApplyRequest): Promise<ApplyResponse> {
  const { simulation } = session;
  const schema = resourceSchema(simulation, q.type_name);
  const key = keyOf(q.planned_private);
  const prior = isNull(q.prior_state) ? null : q.prior_state;
  const planned = objectIn(q.planned_state);
  const on = planned === null ? "delete" : prior === null ? "create" : "update";
  const strike = simulation.faults.none ? null : strikeAt(session, on, q.type_name, planned ?? objectIn(q.prior_state));
  if (strike !== null && strike.delay > 0) await wait(strike.delay);
  if (strike !== null && strike.says !== null) {
    if (strike.kind === "half-created" && planned !== null && on === "create") {
      return { ...make(session, q.type_name, schema, null, planned, orderOf(q)), ...refuse(strike.says, q.type_name) };
    }
    return {
      ...(prior === null ? {} : { new_state: prior, private: q.planned_private ?? new Uint8Array() }),
      ...refuse(strike.says, q.type_name),
    };
  }
  if (planned === null) {
    if (key !== null) simulation.world.remove(key);
    return { ...(q.planned_state ? { new_state: q.planned_state } : {}) };
  }
  if (on === "update" && (key === null || simulation.world.get(key) === undefined)) {
    const detail = `This ${q.type_name} is no longer in the rehearsal's world. Plan again: the engine will see that it is gone.`;
    return { new_state: prior ?? {}, private: q.planned_private ?? new Uint8Array(), diagnostics: [failure("404 Not Found", detail)] };
  }
  return make(session, q.type_name, schema, on === "create" ? null : key, planned, orderOf(q));
}

const orderOf = (q: ApplyRequest): Uint8Array => q.planned_state?.msgpack ?? q.planned_state?.json ?? new Uint8Array();

/** What the world says now: gone, changed, or as the engine remembers it. */
export async function read(session: Session, q: ReadRequest): Promise<ReadResponse> {
  const { world, faults } = session.simulation;
  const strike = faults.none ? null : strikeAt(session, "read", q.type_name, objectIn(q.current_state));
  if (strike !== null) await wait(strike.delay);
  if (strike !== null && strike.says !== null)
    return { ...refuse(strike.says, q.type_name), ...(q.current_state ? { new_state: q.current_state } : {}) };
  const kept = q.private === undefined ? {} : { private: q.private };
  const key = keyOf(q.private);
  const resource = key === null ? undefined : world.get(key);
  if (key === null || resource === undefined || resource.type !== q.type_name) return { new_state: encode(null), ...kept };
  const bytes = q.current_state?.msgpack;
  if (q.current_state !== undefined && world.settled(key, bytes)) return { new_state: q.current_state, ...kept };
  const now = encode(stateOf(session.simulation, resource));
  world.settle(key, now.msgpack);
  return { new_state: now, ...kept };
}
