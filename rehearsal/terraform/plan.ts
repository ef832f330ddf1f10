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
    else if (value === null) state[name] = attribute?.computed === true ? computed(name, prior, defaults) : null;
    else if (nested === undefined || value instanceof Unknown) state[name] = value;
    else {
      const before = prior?.[name] ?? null;
      state[name] = eachNested(nested.mode, value, (x, key) => planObject(nested.shape, counterpart(before, nested.mode, key, x), x));
    }
  }
  return state;
}

/** What the cloud computed before, or will compute. The engine has put it in place already but for members of sets, which it cannot match. */
function computed(name: string, prior: ObjectValue | null, defaults: ResourceBehaviour["defaults"]): Value {
  return prior === null ? (defaults?.[name] ?? UNKNOWN) : (prior[name] ?? null);
}

/** The object that stood where this one stands. Members of a set have no place: one that says nothing else is the same. */
function counterpart(before: Value, mode: string, key: string | number, now: ObjectValue): ObjectValue | null {
  let found: Value | undefined = null;
  if (isList(before)) found = mode === "set" ? before.find((x) => agrees(now, x)) : before[Number(key)];
  else if (isObject(before)) found = mode === "map" ? before[key] : before;
  return isObject(found) ? found : null;
}

/** Whether everything that `now` says stands in `before`; what it leaves open may be anything. */
function agrees(now: Value | undefined, before: Value | undefined): boolean {
  if (now === null || now === undefined) return true;
  if (isObject(now)) return isObject(before) && Object.keys(now).every((k) => agrees(now[k], before[k]));
  if (!isList(now)) return equal(now, before);
  return isList(before) && now.length === before.length && now.every((x, i) => agrees(x, before[i]) || before.some((y) => agrees(x, y)));
}
