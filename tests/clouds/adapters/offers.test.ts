import { describe, expect, it } from "vitest";
import { InputError } from "../../../catalogue/index.ts";
import type { AnyCloud, LowerContext, Place } from "../../../clouds/contract/index.ts";
import { recorder, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

type Write = (spec: unknown, cx: LowerContext) => unknown;
type SpecOf = (place: Place) => unknown;

/** Whether any spec of a concept can be written in a place. */
function written(cloud: AnyCloud, place: Place, concept: string): boolean {
  const write = cloud.lower[concept as keyof typeof cloud.lower] as unknown as Write | undefined;
  if (write === undefined) return false;
  return Object.values(SPECS[concept as keyof typeof SPECS] as Readonly<Record<string, SpecOf>>).some((spec) => {
    try {
      write(spec(place), recorder(place).cx);
      return true;
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  });
}

describe.each(ADAPTERS)("%s: a region offers what can be written there, and nothing else", (_, cloud) => {
  it.each(Object.keys(cloud.regions))("%s", (code) => {
    const place = placeIn(cloud, code);
    const can = Object.keys(SPECS).filter((concept) => written(cloud, place, concept));
    const says = Object.keys(SPECS).filter((concept) => concept in place.offers);
    expect(says).toEqual(can);
  });
});
