import { describe, expect, expectTypeOf, it } from "vitest";
import { EU_COUNTRIES, type EuCountryCode } from "../../catalogue/index.ts";
import { defineCloud, type EuRegions } from "../../clouds/contract/index.ts";
import { regions as hcloud } from "../../clouds/hcloud/regions.ts";
import { regions as ovhRegions } from "../../clouds/ovh/regions.ts";

const ovh = defineCloud({
  name: "ovh",
  operator: "ovhcloud",
  provider: { name: "ovh", source: "ovh/ovh", version: "~> 2.19", block: () => ({ args: {} }) },
  account: {},
  regions: ovhRegions,
  lower: {},
});

describe("what the compiler knows of regions", () => {
  it("keeps the country of each code as a literal", () => {
    expectTypeOf(ovhRegions.GRA11.country).toEqualTypeOf<"FR">();
    expectTypeOf(ovhRegions["EU-WEST-LZ-MNC-A"].country).toEqualTypeOf<"GB">();
    expectTypeOf(hcloud.hel1.country).toEqualTypeOf<"FI">();
  });

  it("lists the codes in the Union, and no other", () => {
    type Eu = EuRegions<typeof ovhRegions>;
    expectTypeOf<"GRA11" | "SBG7" | "EU-WEST-PAR" | "EU-WEST-LZ-BRU-A">().toExtend<Eu>();
    expectTypeOf<Extract<Eu, "BHS5" | "UK1" | "EU-NORTH-LZ-OSL-A" | "EU-WEST-LZ-ZRH-A" | "EU-WEST-LZ-MNC-A">>().toBeNever();
    expectTypeOf<EuRegions<typeof hcloud>>().toEqualTypeOf<"fsn1" | "nbg1" | "hel1">();
  });

  it("agrees with the tables", () => {
    const union: readonly string[] = EU_COUNTRIES;
    const inside = Object.entries(ovhRegions).filter(([, region]) => union.includes(region.country));
    expect(inside.length).toBeGreaterThan(30);
    expectTypeOf<EuCountryCode>().toEqualTypeOf<(typeof EU_COUNTRIES)[number]>();
  });

  it("takes a code in the Union as it is, another one only when said aloud", () => {
    expect(ovh("GRA11").country).toBe("FR");
    expect(ovh.outsideEu("BHS5").country).toBe("CA");
    // @ts-expect-error Canada
    ovh("BHS5");
    // @ts-expect-error the United Kingdom, whatever the name says
    ovh("EU-WEST-LZ-MNC-A");
    // @ts-expect-error Norway is in the EEA, and not in the Union
    ovh("EU-NORTH-LZ-OSL-A");
    // @ts-expect-error a location is no region
    expect(() => ovh("GRA")).toThrow();
    // @ts-expect-error no such code
    expect(() => ovh("GRA99")).toThrow();
  });
});
