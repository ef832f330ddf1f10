import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inBloc } from "../../catalogue/index.ts";
import { editDistance } from "../../clouds/contract/edit-distance.ts";
import { kilometres } from "../../clouds/contract/kilometres.ts";
import { nearestRegions } from "../../clouds/contract/nearest-regions.ts";
import { regionOf } from "../../clouds/contract/region-of.ts";
import { CLOUD_FACTS, cloudFacts } from "../../clouds/facts.ts";

const ovh = cloudFacts("ovh");
if (ovh === undefined) throw new Error("no facts of OVHcloud");
const isEu = (code: string) => inBloc(regionOf(ovh, code)?.country ?? "", "eu", "2026-11-23");
const everySpelling = CLOUD_FACTS.flatMap((facts) =>
  [...Object.entries(facts.regions), ...Object.entries(facts.locations ?? {})].flatMap(([code, site]) =>
    [code, ...(site.aliases ?? [])].map((text) => ({ facts, text })),
  ),
);

describe("regionOf", () => {
  it.each([
    ["GRA11", "GRA11", "GRA"],
    ["GRA9", "GRA9", "GRA"],
    ["GRA", "GRA", "GRA"],
    ["gra", "GRA", "GRA"],
    ["eu-west-gra", "GRA", "GRA"],
    ["gra2", "GRA", "GRA"],
    ["eu-west-gra-snc", "eu-west-gra-snc", "GRA"],
    ["eu-west-par-b", "EU-WEST-PAR", "PAR"],
    ["p19", "PAR", "PAR"],
    ["DE", "LIM", "LIM"],
    ["eu-east-lz-prg", "EU-CENTRAL-LZ-PRG", "EU-CENTRAL-LZ-PRG"],
  ])("%s is %s in %s", (text, code, location) => {
    expect(regionOf(ovh, text)).toMatchObject({ code, location });
  });

  it("says when only the case fits", () => {
    expect(regionOf(ovh, "GRA11")?.exact).toBe(true);
    expect(regionOf(ovh, "gra11")?.exact).toBe(false);
  });

  it("all spellings of one location compare equal, so that a policy that names one means all", () => {
    const at = ["GRA9", "GRA11", "GRA", "gra", "eu-west-gra", "gra3"].map((text) => regionOf(ovh, text)?.location);
    expect(new Set(at)).toEqual(new Set(["GRA"]));
  });

  it("names the company where it is another one than the cloud's", () => {
    expect(regionOf(ovh, "US-EAST-VA-1")?.operator).toBe("ovhcloud-us");
    expect(regionOf(ovh, "BHS5")?.operator).toBe("ovhcloud");
  });

  it.each([
    "GRA99",
    " GRA11",
    "GRA11 ",
    "GRA11\n",
    "G​RA11",
    "GRА11",
    "",
    "constructor",
    "__proto__",
    "toString",
    "EU",
    "europe",
    "eu-west",
    "rbx-hz",
    "${var.region}",
  ])("knows no %j", (text) => {
    expect(regionOf(ovh, text)).toBeUndefined();
  });

  it("keeps its answer when the case changes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everySpelling), fc.infiniteStream(fc.boolean()), ({ facts, text }, flips) => {
        const written = [...text].map((c) => (flips.next().value ? c.toUpperCase() : c.toLowerCase())).join("");
        expect(regionOf(facts, written)?.country).toBe(regionOf(facts, text)?.country);
      }),
    );
  });

  it("knows nothing with blanks around it or letters added", () => {
    const blank = fc.constantFrom(" ", "\t", "\n", "\u00a0", "\u200b", "x-", "/");
    fc.assert(
      fc.property(fc.constantFrom(...everySpelling), blank, fc.boolean(), ({ facts, text }, extra, before) => {
        expect(regionOf(facts, before ? extra + text : text + extra)).toBeUndefined();
      }),
    );
  });

  it("answers only with a site of its own, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = regionOf(ovh, text);
        if (found !== undefined) expect(found.code in ovh.regions || found.code in (ovh.locations ?? {})).toBe(true);
      }),
    );
  });
});

describe("nearestRegions", () => {
  it("answers a slip of the pen by spelling", () => {
    expect(nearestRegions(ovh, "GRA99", isEu, 2)).toEqual(["GRA9", "GRA11"]);
    expect(nearestRegions(ovh, "GRA99", isEu).every((code) => code.startsWith("GRA"))).toBe(true);
    expect(nearestRegions(ovh, "SGB5", isEu)[0]).toBe("SBG5");
    expect(nearestRegions(ovh, "WAW", isEu)[0]).toBe("WAW1");
  });

  it("answers a place outside by distance, with three different places", () => {
    const near = nearestRegions(ovh, "UK1", isEu);
    expect(near).toHaveLength(3);
    expect(near[0]).toMatch(/^GRA/);
    expect(new Set(near.map((code) => regionOf(ovh, code)?.location)).size).toBe(3);
    expect(nearestRegions(ovh, "EU-WEST-LZ-ZRH-A", isEu)[0]).toMatch(/^SBG/);
  });

  it("never names what is not approved", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(ovh.regions))), (text) => {
        expect(nearestRegions(ovh, text, isEu, 5).every(isEu)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("takes a list as well, and gives nothing when nothing is approved", () => {
    expect(nearestRegions(ovh, "GRA99", ["SBG5", "nowhere"])).toEqual(["SBG5"]);
    expect(nearestRegions(ovh, "GRA99", [])).toEqual([]);
  });

  it("takes a text of any size in its stride", () => {
    const start = performance.now();
    nearestRegions(ovh, "x".repeat(5_000_000), isEu);
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe("editDistance and kilometres", () => {
  it.each([
    ["GRA99", "GRA9", 1],
    ["", "abc", 3],
    ["abc", "", 3],
    ["sgb", "sbg", 1],
    ["ca", "abc", 2],
    ["bukcte", "bucket", 2],
    ["same", "same", 0],
  ])("%s to %s is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it("is a distance", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it.each([
    ["GRA", "RBX", 82],
    ["GRA", "SBG", 487],
    ["PAR", "MIL", 637],
  ])("%s to %s is about %i km", (a, b, km) => {
    const [from, to] = [regionOf(ovh, a)?.at, regionOf(ovh, b)?.at];
    if (from === undefined || to === undefined) throw new Error("no such place");
    expect(Math.abs(kilometres(from, to) - km)).toBeLessThan(25);
    expect(kilometres(from, from)).toBe(0);
  });
});
