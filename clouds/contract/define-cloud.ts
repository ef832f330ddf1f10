import { type CountryCode, EU_MEMBERS, type EuCountryCode, InputError, withoutTrace } from "../../catalogue/index.ts";
import type { AnyCloud, CloudDefinition, Lowering } from "./cloud.ts";
import { nearestRegions } from "./nearest-regions.ts";
import { PLACE, type Place } from "./place.ts";
import type { Region } from "./region.ts";

/** Codes of the regions whose country is in the EU. */
export type EuRegions<Rs extends Readonly<Record<string, Region>>> = {
  [R in keyof Rs & string]: Rs[R]["country"] extends EuCountryCode ? R : never;
}[keyof Rs & string];

type OfferedIn<L, R extends Region> = Exclude<Extract<keyof L, string>, R["without"] extends readonly (infer X)[] ? X : never>;

/** A cloud: its definition, and a function that makes places. */
export interface Cloud<N extends string, Rs extends Readonly<Record<string, Region>>, L> extends CloudDefinition<N, Rs, L> {
  /** A region in the EU. The editor lists them all. */
  <R extends { [K in keyof Rs & string]: Rs[K]["country"] extends EuCountryCode ? K : never }[keyof Rs & string]>(
    region: R,
  ): Place<`${N}:${R}`, Rs[R]["country"], OfferedIn<L, Rs[R]>>;
  /** A region outside the EU, said aloud so that a reviewer sees it. A stack under an EU policy refuses it. */
  outsideEu<R extends Exclude<Extract<keyof Rs, string>, EuRegions<Rs>>>(
    region: R,
  ): Place<`${N}:${R}`, Rs[R]["country"], OfferedIn<L, Rs[R]>>;
}

/**
 * Makes a cloud from its definition. The result is a function from a region to a place: `ovh("GRA11")`.
 * Importing a cloud is registering it; there is no list to add to.
 */
export function defineCloud<
  const N extends string,
  const Rs extends Readonly<Record<string, Region>>,
  const L extends Lowering<Extract<keyof Rs, string>>,
>(definition: CloudDefinition<N, Rs, L>): Cloud<N, Rs, L> {
  const at = (code: string): Place => {
    const region = Object.hasOwn(definition.regions, code) ? definition.regions[code] : undefined;
    if (region === undefined) throw withoutTrace(new InputError(unknownRegion(definition, code)));
    const offers = Object.fromEntries(
      Object.keys(definition.lower)
        .filter((concept) => !region.without?.includes(concept))
        .map((concept) => [concept, true as const]),
    );
    return Object.freeze({
      [PLACE]: true as const,
      id: `${definition.name}:${code}`,
      cloud: cloud as unknown as AnyCloud,
      region: code,
      country: region.country as CountryCode,
      city: region.city,
      zones: region.zones ?? [],
      offers,
    });
  };
  const cloud = Object.defineProperties(at, {
    name: { value: definition.name, enumerable: true },
    operator: { value: definition.operator, enumerable: true },
    provider: { value: definition.provider, enumerable: true },
    account: { value: definition.account, enumerable: true },
    regions: { value: definition.regions, enumerable: true },
    lower: { value: definition.lower, enumerable: true },
    sizes: { value: definition.sizes, enumerable: true },
    further: { value: definition.further, enumerable: true },
    absent: { value: definition.absent, enumerable: true },
    remarks: { value: definition.remarks, enumerable: true },
    // Enumerable like the rest: a company that gives a cloud one more concept spreads it.
    objectStorage: { value: definition.objectStorage, enumerable: true },
    outsideEu: { value: at },
  });
  return cloud as unknown as Cloud<N, Rs, L>;
}

function unknownRegion({ name, regions }: Pick<AnyCloud, "name" | "regions">, code: string): string {
  const nearest = nearestRegions({ regions }, code, (known) => (regions[known]?.country ?? "") in EU_MEMBERS);
  return `${name} has no region "${code}" that we know. The nearest in the EU: ${nearest.join(", ")}. All of them: terroir regions list --cloud ${name}.`;
}
