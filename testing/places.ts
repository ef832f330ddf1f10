import { countriesOf, InputError, TerroirError, withoutTrace } from "../catalogue/index.ts";
import { type AnyCloud, type Concepts, type EuPlace, isPlace, unknownCloud } from "../clouds/contract/index.ts";
import { CLOUDS } from "../clouds/registry/clouds.ts";
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

/** A cloud that comes with this package, by its name. */
export type KnownCloud = (typeof CLOUDS)[number]["name"];

/** Where an environment could go: a place, or a cloud for the first of its regions in the EU; each as a value, or as text: `outscale`, `outscale:eu-west-2`. */
export type Destination = EuPlace | AnyCloud | KnownCloud | `${KnownCloud}:${string}`;

function placeOf(destination: Destination): readonly EuPlace[] {
  if (typeof destination !== "string") return isPlace(destination) ? [destination as EuPlace] : placesOf(destination).slice(0, 1);
  const clouds = CLOUDS as unknown as readonly AnyCloud[];
  const cloud = clouds.find(({ name }) => name === destination);
  if (cloud !== undefined) return placesOf(cloud).slice(0, 1);
  if (destination.includes(":")) return [placeFrom(destination, ...clouds)];
  const known = clouds.map(({ name }) => name);
  throw withoutTrace(new InputError(unknownCloud(destination, known)));
}

/**
 * Holds that an environment can leave: it is built at each place, and is inside there. For any test framework: it throws one error that says, for each
 * place, what has no counterpart. `terroir exit` says the same as a plan, with the data that has to move. A cloud stands for the first of its regions in
 * the EU; those that come with this package may be named in a text, a company's own is a value.
 *
 * @throws Error when it cannot be built somewhere, or the guard refuses it there
 * @throws InputError when a text names no cloud or region that we know
 *
 * @example
 * expectPortable((stack) => {
 *   new Bucket(stack, "media");
 * }).to("outscale", "scaleway:nl-ams", ovh("SBG5"));
 */
export function expectPortable(
  build: (stack: SovereignStack<AnyEuPlace>) => void,
  options: SynthesizedOptions = {},
): { to(...destinations: readonly Destination[]): void } {
  return {
    to(...destinations) {
      const problems = portabilityProblems(destinations.flatMap(placeOf), build, options);
      if (problems.length > 0) throw new Error(`It cannot leave for everywhere that was named:\n${problems.join("\n")}`);
    },
  };
}
