/** One statement of the contract, asked of one cloud: what is written there, and whether that is so. */
import { InputError } from "../../catalogue/index.ts";
import type { AnyCloud, Concepts, Draft, Lower, Place } from "../../clouds/contract/index.ts";
import { recorder } from "../recorder.ts";
import { SPECS } from "../specs.ts";

export type Concept = keyof Concepts & string;
export type Spec = Concepts[Concept]["spec"];

/** What a lowering made of a spec; `refused` where it said that it cannot. */
export interface Attempt {
  readonly drafts: readonly Draft[];
  readonly lookUps: readonly Draft[];
  readonly outputs: unknown;
  readonly refused?: string;
}

/** The concept's specs by name, each made for a place. */
export const specsOf = (concept: Concept): readonly (readonly [kind: string, spec: (place: Place) => Spec])[] =>
  Object.entries(SPECS[concept] as Readonly<Record<string, (place: Place) => Spec>>);

/** Writes one spec in one place. What is no refusal for people is thrown on: a mistake in the lowering. */
export function attempt(place: Place, concept: Concept, spec: Spec): Attempt {
  const lower = place.cloud.lower[concept] as Lower<Concept> | undefined;
  const tape = recorder(place);
  if (lower === undefined) return { drafts: [], lookUps: [], outputs: {}, refused: "absent" };
  try {
    const outputs = lower(spec as never, tape.cx);
    return { drafts: tape.drafts(), lookUps: tape.lookUps(), outputs };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { drafts: [], lookUps: [], outputs: {}, refused: error.message };
  }
}

/** The first and the last region in which a cloud offers a concept: what differs between regions is asked of each of them elsewhere. */
export function someOffering(cloud: AnyCloud, concept: Concept, at: (region: string) => Place): readonly Place[] {
  const places = Object.keys(cloud.regions)
    .map(at)
    .filter(({ offers }) => concept in offers);
  return places.length < 2 ? places : [places[0] as Place, places[places.length - 1] as Place];
}

/** Every spec that a cloud writes of a concept, in some of the regions that offer it. */
export function written(cloud: AnyCloud, concept: Concept, at: (region: string) => Place) {
  return someOffering(cloud, concept, at).flatMap((place) =>
    specsOf(concept).flatMap(([kind, make]) => {
      const spec = make(place);
      const made = attempt(place, concept, spec);
      return made.refused === undefined ? [{ ...made, kind, spec, place }] : [];
    }),
  );
}
