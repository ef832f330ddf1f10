import { holdsUnknown, MASKED, OUTPUT, SIGNATURE } from "../../../clouds/contract/pulumi-signatures.ts";
import { pointsByName } from "../../subject/points-by-name.ts";
import type { Json } from "../../values/json.ts";
import { isMadeOf } from "../made-of.ts";
import { entries, field, isList, isObject } from "../plan/document.ts";
import type { PulumiResource } from "./subject.ts";

/**
 * A resource with those dependencies only that its values can have come from. The engine says which resources a value was made of, and a program can make
 * anything of them: `cluster.id.apply(() => "another cluster's")` depends on the first and names the second. What is not known yet is taken at its word.
 */
export function withOrigins<R extends PulumiResource>(one: R, all: ReadonlyMap<string, PulumiResource>): R {
  const { dependencies, inputs } = one;
  if (dependencies === undefined) return one;
  return {
    ...one,
    dependencies(property) {
      const told = dependencies(property);
      const value = told.length === 0 ? undefined : field(inputs, property);
      const texts = textsIn(value);
      if (texts === undefined || texts.length === 0) return told;
      const byName = pointsByName(property.toLowerCase());
      const said = (text: string) => told.filter((urn) => says(all.get(urn), text, byName));
      const found = texts.map(said);
      // Of a list every member must have come from somewhere.
      return isList(value) && found.some((urns) => urns.length === 0) ? [] : [...new Set(found.flat())];
    },
  };
}

/** Every text of a value; undefined: not all of it is known. */
function textsIn(json: Json | undefined): readonly string[] | undefined {
  if (typeof json === "string") return json === MASKED || holdsUnknown(json) ? undefined : [json];
  if (typeof json === "number") return [String(json)];
  if (!isList(json) && !isObject(json)) return [];
  if (isObject(json) && field(json, SIGNATURE) !== undefined)
    return field(json, SIGNATURE) === OUTPUT && "value" in json ? textsIn(field(json, "value")) : undefined;
  const found = Object.values(json).map((one) => textsIn(one as Json));
  return found.includes(undefined) ? undefined : found.flatMap((texts) => texts ?? []);
}

/**
 * Whether a text can have been made of what is known of a resource: its id, what the provider says of it, and what it was given of others. What its author
 * wrote names it where names are meant, and proves nothing where an id is: whoever gives a thing the id of another as its name would choose where that is.
 */
function says(one: PulumiResource | undefined, text: string, byName: boolean): boolean {
  if (one === undefined || isMadeOf(text, one.id)) return true;
  const counts = ([key]: readonly [string, Json]): boolean => byName || !isWritten(one, key);
  return [one.outputs, one.inputs].some((said) => entries(said).some((entry) => counts(entry) && isMadeOf(text, entry[1])));
}

/** Of what a provider fills in before anything is made, the engine keeps the names. */
function isWritten({ inputs, dependencies }: PulumiResource, key: string): boolean {
  if (field(inputs, key) === undefined) return false;
  const filled = field(inputs, "__defaults");
  return !(isList(filled) && filled.includes(key)) && (dependencies?.(key) ?? []).length === 0;
}
