import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADEQUACY,
  COUNTRIES,
  type CountryCode,
  countriesOf,
  country,
  EU_COUNTRIES,
  inBloc,
  isCountryCode,
  membershipsOf,
} from "../../catalogue/index.ts";

const codes = Object.keys(COUNTRIES) as CountryCode[];

describe("blocs", () => {
  it("the Union has 27 members", () => {
    expect(EU_COUNTRIES).toHaveLength(27);
    expect(countriesOf("eu", "2026-11-23")).toEqual([...EU_COUNTRIES].sort());
  });

  it("the EEA is the Union with three more", () => {
    expect(countriesOf("eea", "2026-11-23").filter((c) => !inBloc(c, "eu", "2026-11-23"))).toEqual(["IS", "LI", "NO"]);
  });

  it.each([
    ["FR", true, true, true],
    ["NO", false, true, true],
    ["IS", false, true, true],
    ["CH", false, false, true],
    ["GB", false, false, true],
    ["BR", false, false, true],
    ["NZ", false, false, true],
    // Decisions for some recipients only make no country adequate.
    ["US", false, false, false],
    ["CA", false, false, false],
    ["JP", false, false, false],
    ["KR", false, false, false],
    ["SG", false, false, false],
    ["CN", false, false, false],
    ["MX", false, false, false],
  ])("%s: eu %s, eea %s, adequate %s", (code, eu, eea, adequate) => {
    const day = "2026-11-23";
    expect([inBloc(code, "eu", day), inBloc(code, "eea", day), inBloc(code, "adequate", day)]).toEqual([eu, eea, adequate]);
  });

  it.each([
    ["GB", "eu", "2020-01-31", true],
    ["GB", "eu", "2020-02-01", false],
    ["GB", "adequate", "2021-06-27", false],
    ["GB", "adequate", "2021-06-28", true],
    ["GB", "adequate", "2031-12-28", false],
    ["HR", "eu", "2013-06-30", false],
    ["HR", "eu", "2013-07-01", true],
    ["BR", "adequate", "2026-01-25", false],
    ["BR", "adequate", "2026-01-26", true],
    ["CH", "adequate", "2000-07-25", false],
  ] as const)("%s in %s on %s: %s", (code, bloc, day, is) => {
    expect(inBloc(code, bloc, day)).toBe(is);
  });

  it("a wider bloc holds the narrower, on every day", () => {
    const day = fc.date({ min: new Date("1960-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...codes), day, (code, when) => {
        const iso = when.toISOString().slice(0, 10) as `${number}-${number}-${number}`;
        if (inBloc(code, "eu", iso)) expect(inBloc(code, "eea", iso)).toBe(true);
        if (inBloc(code, "eea", iso)) expect(inBloc(code, "adequate", iso)).toBe(true);
      }),
    );
  });

  it("a text that is no country is in no bloc", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!isCountryCode(text));
        expect((["eu", "eea", "adequate"] as const).some((bloc) => inBloc(text, bloc))).toBe(false);
      }),
    );
  });

  it.each(["fr", "Fr", " FR", "EU", "UK", "EL", "constructor", "__proto__", "toString", ""])("inBloc takes %j for no member", (text) => {
    expect(inBloc(text, "eu")).toBe(false);
  });

  it("says for whom a partial decision is", () => {
    expect(membershipsOf("US")[0]?.only).toMatch(/Data Privacy Framework/);
    expect(
      ADEQUACY.filter((d) => d.only !== undefined)
        .map((d) => d.country)
        .sort(),
    ).toEqual(["CA", "JP", "KR", "US"]);
  });
});

describe("country", () => {
  it("reads a code in either case", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.boolean(), (code, lower) => {
        expect(country(lower ? code.toLowerCase() : code)).toEqual({ code, name: COUNTRIES[code] });
      }),
    );
  });

  it.each(["XX", "UK", "EU", "FRA", "", "constructor", "hasOwnProperty"])("knows no %j", (code) => {
    expect(country(code)).toBeUndefined();
  });

  it("every code is two capitals", () => {
    expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
  });
});
