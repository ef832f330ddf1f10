import type { Json } from "../../values/json.ts";
import { joined, parentModule, withoutKeys } from "./address.ts";
import type { Configuration, ConfiguredModule } from "./configuration.ts";
import { field, isList, isObject, list } from "./document.ts";

/** Addresses, without keys, of the resources of a module that an expression is an attribute of. */
export interface Target {
  /** Module instance in which to look; its last keys may be missing. */
  readonly module: string;
  /** `ovh_x.y`, `data.ovh_x.y`. */
  readonly name: string;
  /** Its attribute that is taken; absent for data sources, which find what their arguments name, and where the whole is meant. */
  readonly attribute?: string;
  /** Of its instances, the one with the key of whoever refers to it, if there is such a one. */
  readonly sameKey?: true;
  /** The expression names it more than once: what decides may be the one and what is taken another, `x.y.id == "" ? null : x.y.id`. */
  readonly weighed?: true;
}

const DEEPEST = 50;

/** What is known of every instance when it is planned. */
const KEYS: ReadonlySet<string> = new Set(["each.key", "count.index"]);
/** A resource or data source, and no attribute of it. */
const WHOLE = /^(?:data\.)?(?!each\.|var\.|local\.|module\.)[^.[]+\.[^.[]+$/;

/**
 * The resource that an expression takes its value from. A plan lists references without saying how they are combined, so only an expression with
 * one single reference is followed: through module inputs and outputs, and `each.value` to what is iterated over.
 */
export function targetsOf(
  configuration: Configuration,
  module: string,
  /** What `each` goes over there. */
  over: Json | undefined,
  expression: Json | undefined,
  depth = 0,
): readonly Target[] {
  if (depth > DEEPEST) return [];
  const all = chains(expression);
  const [reference, ...others] = all.filter((one) => !KEYS.has(one));
  if (reference === undefined || others.length > 0) return [];
  // `x.y[each.key].id`: a plan names x.y and each.key.
  if (all.length > 1)
    return WHOLE.test(reference)
      ? targetsOf(configuration, module, over, { references: [reference] }, depth + 1).map((target) => ({ ...target, sameKey: true }))
      : [];
  const [first = "", second = "", third = ""] = reference.split(".");
  const weighed = isRepeated(expression, reference) ? { weighed: true as const } : {};
  const here = configuration.modules.get(withoutKeys(module));
  switch (first) {
    case "var":
      return throughInput(configuration, module, here, second.replace(/\[.*$/s, ""), depth);
    case "module":
      return throughOutput(configuration, module, second, third.replace(/\[.*$/s, ""), depth);
    case "each":
      // `each.value.id`: this attribute, of the one with the same key where each goes over a whole resource. Whoever builds a map of others' instances
      // under keys of his own may mean another one, which is judged as well.
      return targetsOf(configuration, module, undefined, over, depth + 1).map((target) => ({
        ...attributeOf(third),
        ...target,
        ...(chains(over).every((one) => WHOLE.test(one)) && { sameKey: true as const }),
      }));
    case "data":
      return [{ module, name: `data.${second}.${third.replace(/\[.*$/s, "")}`, ...weighed }];
    case "local":
    case "count":
    case "path":
    case "terraform":
    case "self":
      return [];
    default:
      return second === "" ? [] : [{ module, name: `${first}.${second.replace(/\[.*$/s, "")}`, ...attributeOf(third), ...weighed }];
  }
}

function attributeOf(step: string): Pick<Target, "attribute"> {
  const attribute = step.replace(/\[.*$/s, "");
  return attribute === "" ? {} : { attribute };
}

/** The longest references, each once: a plan also lists every prefix of each (`a.b.id`, `a.b`), and one that is used twice it lists twice. */
function chains(expression: Json | undefined): readonly string[] {
  const all = [...new Set(list(expression, "references").filter((one) => typeof one === "string"))];
  return all.filter((one) => !all.some((other) => other !== one && other.startsWith(one) && /^[.[]/.test(other.slice(one.length))));
}

/** `ovh_x.y.id`, of one instance or of the only one. */
const ID = /^(?!data\.|module\.|var\.|local\.|each\.|self\.)[^.[]+\.[^.[]+(?:\[[^\]]*\])?\.id$/;

/** Whether a reference is named more than once by one expression; in several blocks of a kind each may name it. */
const isRepeated = (expression: Json | undefined, reference: string): boolean =>
  apart(expression).some((one) => list(one, "references").filter((name) => name === reference).length > 1);

/**
 * Whether ids of resources are referred to and nothing else.
 *
 * @param nested of a nested attribute a plan tells all references together: which of them one member takes it does not say, but that it is an id. What
 * stands by itself names one id once: of two, the other may decide that there is none
 */
export function areIds(expression: Json | undefined, nested: boolean): boolean {
  return apart(expression).every((one) => {
    const all = chains(one);
    const [first = ""] = all;
    return all.length > 0 && all.every((name) => ID.test(name)) && (nested || (all.length === 1 && !isRepeated(one, first)));
  });
}

function throughInput(
  configuration: Configuration,
  module: string,
  here: ConfiguredModule | undefined,
  name: string,
  depth: number,
): readonly Target[] {
  const input = field(field(here?.call, "expressions"), name);
  return input === undefined
    ? []
    : targetsOf(configuration, parentModule(module), field(here?.call, "for_each_expression"), input, depth + 1);
}

function throughOutput(configuration: Configuration, module: string, call: string, name: string, depth: number): readonly Target[] {
  const child = joined(module, `module.${call.replace(/\[.*$/s, "")}`);
  const output = field(field(configuration.modules.get(withoutKeys(child))?.body, "outputs"), name);
  return targetsOf(configuration, child, undefined, field(output, "expression"), depth + 1);
}

/** The expression for a part of a block: `private.floating_ip.id` in `{ private: [{ floating_ip: … }] }`. Stops at the first that covers it all. */
export function expressionAt(expressions: Json | undefined, path: string): Json | undefined {
  let at = expressions;
  for (const [index, step] of path
    .replace(/\[[^\]]*\]/g, "")
    .split(".")
    .entries()) {
    if (index > 0 && isExpression(at)) return at;
    if (isList(at)) at = at.length === 1 ? at[0] : merged(at);
    at = field(at, step);
  }
  return isList(at) && at.length === 1 ? at[0] : isList(at) ? merged(at) : at;
}

export const isExpression = (json: Json | undefined): boolean =>
  isObject(json) && (Object.hasOwn(json, "references") || Object.hasOwn(json, "constant_value"));

/** Under this name stand the expressions that one was merged from. */
const APART = "\0apart";
const apart = (expression: Json | undefined): readonly (Json | undefined)[] => {
  const parts = list(expression, APART);
  return parts.length > 0 ? parts : [expression];
};

/** Blocks whose order in the plan need not be that in the configuration: whatever one of them refers to counts for all. */
function merged(blocks: readonly Json[]): Json {
  const result: Record<string, Json> = {};
  for (const block of blocks)
    if (isObject(block))
      for (const [key, value] of Object.entries(block)) {
        const references = [...list(result[key], "references"), ...list(value, "references")];
        const parts = [...list(result[key], APART), value];
        Object.defineProperty(result, key, {
          value: references.length > 0 ? { references, [APART]: parts } : value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
  return result;
}
