import type { Demand } from "../../clouds/contract/rehearsal.ts";
import { MARK } from "../staging/type-values.ts";
import { type Diagnostic, failure } from "./diagnostics.ts";
import type { Simulation } from "./simulation.ts";
import { isList, isObject, type ObjectValue, type Value } from "./value.ts";

/** What the real provider's code refuses before it asks its cloud. A plan with marked answers is made for the guard, which judges places. */
export function refusedByCode(s: Simulation, type: string, config: ObjectValue): readonly Diagnostic[] {
  const demands = s.overlay.checks?.[type]?.demands;
  return demands === undefined || s.answers === "marked" ? [] : unmet(demands, config, type);
}

/** The demands that a configuration does not meet. */
export function unmet(demands: readonly Demand[], config: ObjectValue, type: string): readonly Diagnostic[] {
  return demands.flatMap((demand) => {
    const path = demand.at?.split(".") ?? [];
    const told = new Set(objectsAt(config, path).flatMap((one) => broken(demand, one)));
    return [...told].map((what) => failure("Invalid configuration", `${type}: ${[...path, what].join(".")}.`, path[0] ?? firstOf(demand)));
  });
}

function broken(demand: Demand, one: ObjectValue): readonly string[] {
  if ("exactlyOneOf" in demand) {
    const given = demand.exactlyOneOf.filter((name) => isGiven(one[name]));
    return given.length === 1 ? [] : [`exactly one of ${demand.exactlyOneOf.join(", ")} is written, here ${given.join(", ") || "none"}`];
  }
  if ("atLeastOneOf" in demand)
    return demand.atLeastOneOf.some((name) => isGiven(one[name])) ? [] : [`at least one of ${demand.atLeastOneOf.join(", ")} is written`];
  if ("given" in demand) {
    const { given, requires = [], conflictsWith = [] } = demand;
    if (!isGiven(one[given])) return [];
    return [
      ...requires.filter((name) => !isGiven(one[name])).map((name) => `${given} requires ${name}`),
      ...conflictsWith.filter((name) => isGiven(one[name])).map((name) => `${given} conflicts with ${name}`),
    ];
  }
  return "text" in demand ? misformed(demand, one[demand.text]) : outOfRange(demand, one[demand.number]);
}

function misformed(demand: Extract<Demand, { readonly text: string }>, value: Value | undefined): readonly string[] {
  if (typeof value !== "string" || value.startsWith(MARK)) return [];
  const { text, form, length: [least, most] = [0, Number.POSITIVE_INFINITY] } = demand;
  const characters = [...value].length;
  return [
    ...(characters < least || characters > most ? [`${text} has ${least} to ${most} characters, here ${characters}: ${value}`] : []),
    ...(form !== undefined && !new RegExp(form).test(value) ? [`${text} has the form ${form}, here ${value}`] : []),
  ];
}

function outOfRange(demand: Extract<Demand, { readonly number: string }>, value: Value | undefined): readonly string[] {
  if (typeof value !== "number" && typeof value !== "bigint") return [];
  if ("oneOf" in demand)
    return demand.oneOf.some((one) => one === Number(value))
      ? []
      : [`${demand.number} is one of ${demand.oneOf.join(", ")}, here ${value}`];
  const [least, most] = demand.between;
  return value >= least && value <= most ? [] : [`${demand.number} is between ${least} and ${most}, here ${value}`];
}

/** Every object at a path; blocks and lists that repeat are looked into one by one. */
function objectsAt(value: Value | undefined, names: readonly string[]): readonly ObjectValue[] {
  if (isList(value)) return value.flatMap((x) => objectsAt(x, names));
  if (!isObject(value)) return [];
  const [name, ...rest] = names;
  return name === undefined ? [value] : objectsAt(value[name], rest);
}

/** A value that is not known yet counts as written. A block that is absent comes as an empty list. */
const isGiven = (value: Value | undefined): boolean => value !== null && value !== undefined && !(isList(value) && value.length === 0);

function firstOf(demand: Demand): string {
  if ("exactlyOneOf" in demand) return demand.exactlyOneOf[0] ?? "";
  if ("atLeastOneOf" in demand) return demand.atLeastOneOf[0] ?? "";
  if ("given" in demand) return demand.given;
  return "text" in demand ? demand.text : demand.number;
}
