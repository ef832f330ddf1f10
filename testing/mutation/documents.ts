/** Where the resources of a document stand, and how each is changed: in Terraform's JSON, and in a plan. */
import { cloudFactsBySource } from "../../clouds/facts.ts";
import type { Json, Policy } from "../../guard/index.ts";
import type { Body, Target } from "./mutant.ts";
import { UNKNOWN } from "./mutators.ts";

/** One resource, and the document with it changed. */
export interface Found {
  readonly target: Target;
  /** The document with another body there; undefined where this kind of document cannot have it. */
  replaced(body: Body | null, unknown: readonly (string | number)[] | undefined): Body | undefined;
}

const objects = (value: Json | undefined): readonly (readonly [string, Body])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (Object.entries(value) as [string, Body][]) : [];

/** The resources of one stack as it was synthesized. */
export function* written(document: Body, policy: Policy): Iterable<Found> {
  const sources = Object.fromEntries(
    objects((document["terraform"] as Body | undefined)?.["required_providers"]).map(([name, { source }]) => [name, source]),
  );
  const variables = { ...(document["variable"] as Body | undefined), terroir_mutation: {} };
  for (const [type, named] of objects(document["resource"]))
    for (const [name, body] of objects(named)) {
      const facts = cloudFactsBySource(String(sources[type.slice(0, type.indexOf("_"))] ?? ""));
      const { [name]: _, ...others } = named as Record<string, Json>;
      yield {
        target: { address: `${type}.${name}`, type, body, policy, ...(facts !== undefined && { facts }) },
        replaced: (changed) => ({
          ...document,
          ...(JSON.stringify(changed).includes(UNKNOWN) && { variable: variables }),
          resource: { ...(document["resource"] as Body), [type]: changed === null ? others : { ...others, [name]: changed } },
        }),
      };
    }
}

/** The resources of a plan, as `show -json` prints it. */
export function* planned(document: Body, policy: Policy): Iterable<Found> {
  const changes = document["resource_changes"] as readonly Body[];
  for (const [i, change] of changes.entries()) {
    const { after, after_unknown: unknown = {} } = (change["change"] ?? {}) as {
      readonly after?: Body | null;
      readonly after_unknown?: Json;
    };
    if (change["mode"] !== "managed" || typeof after !== "object" || after === null) continue;
    const facts = cloudFactsBySource(String(change["provider_name"]));
    yield {
      target: {
        address: String(change["address"]),
        type: String(change["type"]),
        body: after,
        policy,
        ...(facts !== undefined && { facts }),
      },
      replaced(body, at) {
        if (body === null) return { ...document, resource_changes: changes.filter((_, j) => j !== i) };
        // What is not known yet is left out of a plan's values, and marked beside them.
        const marks = at === undefined ? unknown : marked(unknown, at);
        const values = at === undefined ? body : (JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(UNKNOWN), "null")) as Body);
        const mutated = { ...change, change: { ...(change["change"] as Body), after: values, after_unknown: marks } };
        return { ...document, resource_changes: changes.map((one, j) => (j === i ? mutated : one)) };
      },
    };
  }
}

/** Marks one path as unknown, lists and blocks on the way made where the plan had nothing to mark. */
function marked(marks: Json, [step, ...rest]: readonly (string | number)[]): Json {
  if (step === undefined) return true;
  if (typeof step === "number") {
    const list = Array.isArray(marks) ? [...(marks as readonly Json[])] : [];
    while (list.length <= step) list.push(rest.length === 0 ? false : {});
    list[step] = marked(list[step] ?? {}, rest);
    return list;
  }
  const object = typeof marks === "object" && marks !== null && !Array.isArray(marks) ? (marks as Body) : {};
  return { ...object, [step]: marked(object[step] ?? {}, rest) };
}
