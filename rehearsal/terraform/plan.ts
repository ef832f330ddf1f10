import type { ResourceBehaviour } from "../../clouds/contract/rehearsal.ts";
import { equal, isList, isObject, type ObjectValue, UNKNOWN, Unknown, type Value } from "./value.ts";
import { eachNested, type Shape } from "./walk.ts";

/** What a change to one resource becomes: the planned object, and the attributes whose change makes a new resource. */
export interface Planned {
  readonly state: ObjectValue;
  readonly replaces: readonly string[];
}

/**
 * Plans as a provider does: the engine has merged configuration and prior state already; what the cloud will compute is unknown, what it
 * computed before stays, what is only written is not remembered.
 */
export function planChange(
  shape: Shape,
  prior: ObjectValue | null,
  proposed: ObjectValue,
  behaviour: ResourceBehaviour,
  replacing: readonly string[],
): Planned {
  const state = planObject(shape, prior, proposed, behaviour.defaults);
  if (prior === null) return { state, replaces: [] };
  const replaces = replacing.filter((name) => shape.names.includes(name) && !equal(prior[name] ?? null, state[name] ?? null));
  const again = behaviour.recomputed ?? [];
  if (again.length === 0 || shape.names.every((name) => equal(prior[name] ?? null, state[name] ?? null))) return { state, replaces };
  const renewed = again.filter((name) => shape.attributes[name]?.computed === true).map((name) => [name, UNKNOWN] as const);
  return { state: { ...state, ...Object.fromEntries(renewed) }, replaces };
}

function planObject(shape: Shape, prior: ObjectValue | null, proposed: ObjectValue, defaults?: ResourceBehaviour["defaults"]): ObjectValue {
  const state: Record<string, Value> = {};
  for (const name of shape.names) {
    const attribute = shape.attributes[name];
    const value = proposed[name] ?? null;
    const nested = shape.nested[name];
    if (attribute?.write_only === true) state[name] = null;
    else if (value === null) state[name] = attribute?.computed === true && prior === null ? (defaults?.[name] ?? UNKNOWN) : null;
    else if (nested === undefined || value instanceof Unknown) state[name] = value;
    else {
      const before = prior?.[name] ?? null;
      state[name] = eachNested(nested.mode, value, (x, key) => planObject(nested.shape, counterpart(before, nested.mode, key, x), x));
    }
  }
  return state;
}

/** The object that stood where this one stands. Members of a set have no place: only an equal one is the same. */
function counterpart(before: Value, mode: string, key: string | number, now: ObjectValue): ObjectValue | null {
  let found: Value | undefined = null;
  if (isList(before)) found = mode === "set" ? before.find((x) => equal(x, now)) : before[Number(key)];
  else if (isObject(before)) found = mode === "map" ? before[key] : before;
  return isObject(found) ? found : null;
}
