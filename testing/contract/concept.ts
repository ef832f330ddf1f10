import type { AnyCloud, NotOffered, Place } from "../../clouds/contract/index.ts";
import type { LoadedSchema } from "../../clouds/schema/index.ts";
import { attempt, type Concept, specsOf, written } from "./attempt.ts";
import { outputProblems } from "./outputs.ts";
import { referenceProblems } from "./references.ts";
import { clashes } from "./twice.ts";

/** What is asked of a cloud: a sentence that begins with what it is about, and the problems found, one line each. */
export interface Statement {
  readonly says: string;
  /** Of which concept; absent: of the cloud as a whole. */
  readonly concept?: Concept;
  problems(): readonly string[];
}

/** What is stated of each concept that a cloud lowers, whatever the spec. */
export function conceptStatements(
  cloud: AnyCloud,
  schema: LoadedSchema,
  concept: Concept,
  at: (region: string) => Place,
): readonly Statement[] {
  const all = () => written(cloud, concept, at);
  return [
    {
      concept,
      says: `${concept} is offered in the regions where it can be written, and in no other`,
      problems: () =>
        Object.keys(cloud.regions).flatMap((code) => {
          const place = at(code);
          const can = specsOf(concept).some(([, spec]) => attempt(place, concept, spec(place)).refused === undefined);
          if (can === concept in place.offers) return [];
          return [
            can
              ? `${code} is without it, and it can be written there`
              : `${code} offers it, and every spec is refused there: say { without }`,
          ];
        }),
    },
    {
      concept,
      says: `${concept} gives back what constructs build on`,
      problems: () =>
        all().flatMap(({ kind, spec, outputs }) => outputProblems(concept, spec, outputs).map((problem) => `${kind}: ${problem}`)),
    },
    {
      concept,
      says: `${concept} points only at what it makes or was given`,
      problems: () => all().flatMap((one) => referenceProblems(cloud, schema, one).map((problem) => `${one.kind}: ${problem}`)),
    },
    {
      concept,
      says: `${concept} stands beside a second one, and another name moves nothing`,
      problems: () => clashes(cloud, concept, at),
    },
  ];
}

/** A cloud that lists what it lacks lists all of it; one that says nothing of it, as a company's own may, is asked nothing. */
export function absenceProblems({ absent, regions }: AnyCloud, concept: Concept): readonly string[] {
  if (absent === undefined) return [];
  const said: NotOffered | undefined = absent[concept];
  if (said === undefined) return [`it neither lowers ${concept} nor says in { absent } why it does not, and what does instead`];
  const without = Object.entries(regions).filter(([, region]) => region.without?.includes(concept));
  return [
    ...(/^[A-Z].+\.$/s.test(said.because) ? [] : [`the reason is no sentence: ${said.because}`]),
    ...(/^[A-Z].+\.$/s.test(said.instead) ? [] : [`what does instead is no sentence: ${said.instead}`]),
    ...(/\S/.test(said.source) && /^\d{4}-\d\d-\d\d$/.test(said.seen) ? [] : ["it has no source and day"]),
    ...(without.length === 0 ? [] : [`regions are { without } what the cloud lacks anyway: ${without.map(([code]) => code).join(", ")}`]),
  ];
}
