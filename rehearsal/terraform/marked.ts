import { looksLikePlace } from "../../clouds/schema/index.ts";
import { MARK } from "../staging/type-values.ts";
import type { Simulation } from "./simulation.ts";
import { isList, isObject, type ObjectValue, type Value } from "./value.ts";

const places = new WeakMap<object, ReadonlySet<string>>();

/** Codes that the cloud knows as places. */
function codes(s: Simulation): ReadonlySet<string> {
  const known = s.overlay.known?.region;
  if (known === undefined) return new Set();
  let set = places.get(known);
  if (set === undefined) {
    set = new Set(typeof known.values === "function" ? known.values() : known.values);
    places.set(known, set);
  }
  return set;
}

/** An answer without places: where the cloud would say one, nobody knows it yet. What was asked stays as it was asked. */
export function withoutPlaces(s: Simulation, answer: ObjectValue, asked: ObjectValue): ObjectValue {
  const known = codes(s);
  const mask = (name: string, value: Value): Value => {
    if (typeof value === "string") return looksLikePlace(name) || known.has(value) ? `${MARK}${name.replaceAll("_", "-")}` : value;
    if (isList(value)) return value.map((x) => mask(name, x));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([k, x]) => [k, mask(k, x)])) : value;
  };
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, (asked[name] ?? null) === null ? mask(name, value) : value]),
  );
}
