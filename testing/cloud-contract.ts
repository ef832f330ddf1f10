import { InputError } from "../catalogue/index.ts";
import type { AnyCloud, Concepts, Lower, Place } from "../clouds/contract/index.ts";
import { furtherType, type LoadedSchema } from "../clouds/schema/index.ts";
import type { Concept } from "./contract/attempt.ts";
import { cloudStatements } from "./contract/cloud.ts";
import { absenceProblems, conceptStatements } from "./contract/concept.ts";
import { wishStatements } from "./contract/wishes.ts";
import { recorder } from "./recorder.ts";
import { schemaProblems } from "./schema-problems.ts";
import { SPECS } from "./specs.ts";

/** One case of the contract: `it.each(cloudContract(…))("$name", ({ check }) => check())`. */
export interface ContractCase {
  /** `network closed in GRA11`, or `keyRing signing, absent`. */
  readonly name: string;
  /** Asks the cloud. @throws Error with every problem on a line of its own */
  check(): void;
}

/**
 * What every cloud keeps: the same statements of each, some 180. For each concept that it lowers, each spec and each region in which it offers it: what is
 * drafted is what the provider's schema takes; the same spec gives the same drafts; and what the cloud cannot do it refuses with an error for people that
 * says what to do instead. For each concept: it is offered where it can be written; it gives back what constructs build on; it points only at what there is;
 * two of a kind stand beside each other. For each wish of ours (sizes, classes, plans, tags, protection, who may enter): it is written, or refused aloud. For
 * the cloud: provider, regions, absences. A statement on a concept that it does not lower is a case too, `absent`: the cloud says why, and what does instead.
 *
 * @param at makes a place of a region, inside the EU or not; the cloud's own places by default
 *
 * @example
 * for (const { check } of cloudContract(ovh, providerSchema("ovh")).slice(0, 100)) check();
 */
export function cloudContract(cloud: AnyCloud, schema: LoadedSchema, at = placeIn(cloud)): readonly ContractCase[] {
  const concepts = Object.keys(SPECS) as Concept[];
  const statements = [
    ...concepts.flatMap((concept) => conceptStatements(cloud, schema, concept, at)),
    ...wishStatements(cloud, at),
    ...cloudStatements(cloud, schema, at),
  ];
  return [
    ...concepts.flatMap((concept) => specCases(cloud, schema, concept, at)),
    ...statements.map(({ says, concept, problems }) =>
      concept !== undefined && cloud.lower[concept] === undefined
        ? { name: `${says}, absent`, check: () => fail(absenceProblems(cloud, concept)) }
        : { name: says, check: () => fail(problems()) },
    ),
  ];
}

/** Each spec of a concept, in each region that offers it. */
function specCases(cloud: AnyCloud, schema: LoadedSchema, concept: Concept, at: (region: string) => Place): readonly ContractCase[] {
  const lower = cloud.lower[concept] as Lower<Concept> | undefined;
  return Object.entries(SPECS[concept] as Readonly<Record<string, SpecOf>>).flatMap(([kind, spec]) =>
    lower === undefined
      ? [{ name: `${concept} ${kind}, absent`, check: () => fail(absenceProblems(cloud, concept)) }]
      : Object.keys(cloud.regions)
          .filter((region) => concept in at(region).offers)
          .map((region) => ({
            name: `${concept} ${kind} in ${region}`,
            check: () => fail(checkCase(lower, spec(at(region)), at(region), schema)),
          })),
  );
}

type SpecOf = (place: Place) => Concepts[keyof Concepts]["spec"];

function fail(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** A cloud is the function that makes its places. */
const placeIn = (cloud: AnyCloud) => cloud as unknown as (region: string) => Place;

function checkCase(
  lower: Lower<keyof Concepts>,
  spec: Concepts[keyof Concepts]["spec"],
  place: Place,
  schema: LoadedSchema,
): readonly string[] {
  const once = recorder(place);
  const twice = recorder(place);
  try {
    lower(spec, once.cx);
    lower(spec, twice.cx);
  } catch (error) {
    return refusalProblems(error);
  }
  const drafts = once.drafts();
  const lookUps = once.lookUps();
  return [
    ...(drafts.length === 0 ? ["nothing was drafted"] : []),
    ...(JSON.stringify(drafts) === JSON.stringify(twice.drafts()) ? [] : ["the same spec gave different drafts"]),
    ...drafts.flatMap(({ type, id, args }) => problemsOf(`${type}.${id}`, args, schema.resource(type) ?? furtherType(type))),
    ...lookUps.flatMap(({ type, id, args }) => problemsOf(`data.${type}.${id}`, args, schema.dataSource(type))),
  ];
}

function problemsOf(
  address: string,
  args: Readonly<Record<string, unknown>>,
  schema: ReturnType<LoadedSchema["resource"]>,
): readonly string[] {
  if (schema === undefined) return [`${address}: the provider has no such type`];
  return schemaProblems(args, schema).map((problem) => `${address}: ${problem}`);
}

/** A refusal is a paragraph: it ends its sentences, and has more than one of them, since the last says what to do. */
function refusalProblems(error: unknown): readonly string[] {
  if (!(error instanceof InputError)) return [`lowering failed: ${error instanceof Error ? error.stack : String(error)}`];
  return /[.:] .+\.$/s.test(error.message) ? [] : [`refused without saying what to do: ${error.message}`];
}
