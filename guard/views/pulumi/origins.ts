import { holdsUnknown, MASKED, OUTPUT, SIGNATURE } from "../../../clouds/contract/pulumi-signatures.ts";
import type { Json } from "../../values/json.ts";
import { isMadeOf } from "../made-of.ts";
import { field, isList, isObject } from "../plan/document.ts";
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
      const said = (text: string) => told.filter((urn) => says(all.get(urn), text));
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

/** Whether a text can have been made of what is known of a resource: its id, or anything that the provider or the program says of it. */
function says(one: PulumiResource | undefined, text: string): boolean {
  return one === undefined || [one.id, one.outputs, one.inputs].some((said) => isMadeOf(text, said));
}
