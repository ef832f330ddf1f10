import type { Json } from "../../guard/index.ts";
import type { Body } from "./mutant.ts";

type Step = string | number;
/** Where a value stands in a body, and what it is. */
export interface Spot {
  readonly at: readonly Step[];
  readonly value: Json | undefined;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is Body => typeof value === "object" && value !== null && !isList(value);

/** Every value at a path as the catalogue writes it, `rules[].cidr`; blocks that stand alone count as lists of one, as Terraform has them. */
export function spotsAt(body: Body, path: string): readonly Spot[] {
  let spots: readonly Spot[] = [{ at: [], value: body }];
  for (const part of path.split(".")) {
    const [name = "", ...lists] = part.split("[]");
    spots = spots.flatMap((spot) => named(spot, name));
    for (const _ of lists) spots = spots.flatMap(members);
  }
  // A list of texts is itself a path: each of its members counts.
  return spots.flatMap((spot) => (isList(spot.value) && spot.value.length > 0 ? members(spot) : [spot]));
}

function named({ at, value }: Spot, name: string): readonly Spot[] {
  if (isList(value)) return value.flatMap((member, i) => named({ at: [...at, i], value: member }, name));
  return isObject(value) ? [{ at: [...at, name], value: Object.hasOwn(value, name) ? value[name] : undefined }] : [];
}

function members(spot: Spot): readonly Spot[] {
  return isList(spot.value) ? spot.value.map((value, i) => ({ at: [...spot.at, i], value })) : [spot];
}

/** The body with another value there; undefined takes it out. */
export function withValue(body: Body, [step, ...rest]: readonly Step[], value: Json | undefined): Body {
  return changed(body, step, rest, value) as Body;
}

function changed(here: Json | undefined, step: Step | undefined, rest: readonly Step[], value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (isList(here)) {
    const next = changed(here[Number(step)], rest[0], rest.slice(1), value);
    return next === undefined ? here.filter((_, i) => i !== step) : here.map((member, i) => (i === step ? next : member));
  }
  const object = isObject(here) ? here : {};
  const next = changed(object[String(step)], rest[0], rest.slice(1), value);
  const { [String(step)]: _, ...others } = object;
  return next === undefined ? others : { ...object, [String(step)]: next };
}
