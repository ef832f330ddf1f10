import { countriesOf, TerroirError } from "../catalogue/index.ts";
import { type AnyCloud, type Concepts, type EuPlace, isPlace } from "../clouds/contract/index.ts";
import { placeFrom, SovereignStack } from "../constructs/index.ts";
import { type SynthesizedOptions, synthesized } from "./synthesized.ts";

/** A place of which only running shows what it offers. */
export type AnyEuPlace = EuPlace<string, keyof Concepts>;

/**
 * Every place of a cloud in the EU.
 *
 * @example
 * console.assert(placesOf(ovh).some(({ id }) => id === "ovh:GRA11"));
 */
export function placesOf(cloud: AnyCloud): readonly AnyEuPlace[] {
  const eu: readonly string[] = countriesOf("eu");
  return Object.entries(cloud.regions)
    .filter(([, { country }]) => eu.includes(country))
    .map(([code]) => placeFrom(`${cloud.name}:${code}`, cloud));
}

/**
 * Builds the same thing in a stack at each place, and says where that fails: one line for each place and reason, beginning with the place. Empty
 * when it is portable: built everywhere, and inside everywhere.
 *
 * @example
 * const problems = portabilityProblems([ovh("GRA11"), ovh("SBG5")], (stack) => {
 *   new Bucket(stack, "media");
 * });
 * console.assert(problems.length === 0);
 */
export function portabilityProblems(
  places: readonly EuPlace[],
  build: (stack: SovereignStack<AnyEuPlace>) => void,
  options: SynthesizedOptions = {},
): readonly string[] {
  return places.flatMap((place) => {
    try {
      const { refusals } = synthesized((app) => build(new SovereignStack(app, "test", { at: place as AnyEuPlace })), options);
      return refusals.map((refusal) => `${place.id}: ${refusal}`);
    } catch (error) {
      // What is no refusal of ours is a mistake in the program, wherever it stands.
      if (error instanceof TerroirError) return [`${place.id}: ${error.message}`];
      throw error;
    }
  });
}

/**
 * Holds that an environment can leave: it is built at each place, and is inside there. For any test framework: it throws one error that says, for each
 * place, what has no counterpart. `terroir exit` says the same as a plan, with the data that has to move. A cloud stands for the first of its regions in
 * the EU.
 *
 * @throws Error when it cannot be built somewhere, or the guard refuses it there
 *
 * @example
 * expectPortable((stack) => {
 *   new Bucket(stack, "media");
 * }).to(ovh("SBG5"), outscale("eu-west-2"), scaleway);
 */
export function expectPortable(
  build: (stack: SovereignStack<AnyEuPlace>) => void,
  options: SynthesizedOptions = {},
): { to(...destinations: readonly (EuPlace | AnyCloud)[]): void } {
  return {
    to(...destinations) {
      const places = destinations.flatMap((one) => (isPlace(one) ? [one as EuPlace] : placesOf(one).slice(0, 1)));
      const problems = portabilityProblems(places, build, options);
      if (problems.length > 0) throw new Error(`It cannot leave for everywhere that was named:\n${problems.join("\n")}`);
    },
  };
}
