import { describe, expect, it } from "vitest";
import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext, Place } from "../../../clouds/contract/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { recorder, SPECS } from "../../../testing/index.ts";

type Write = (spec: unknown, cx: LowerContext) => unknown;
type SpecOf = (place: Place) => unknown;

/** Whether any spec of a concept can be written in a place. */
function written(place: Place, concept: string): boolean {
  const write = ovh.lower[concept as keyof typeof ovh.lower] as unknown as Write;
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

describe("a region offers what can be written there, and nothing else", () => {
  it.each(Object.keys(ovh.regions))("%s", (code) => {
    const place = (ovh as unknown as (code: string) => Place)(code);
    const can = Object.keys(SPECS).filter((concept) => written(place, concept));
    const says = Object.keys(SPECS).filter((concept) => concept in place.offers);
    expect(says).toEqual(can);
  });
});
