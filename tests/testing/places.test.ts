import { describe, expect, it } from "vitest";
import { countriesOf } from "../../catalogue/index.ts";
import { outscale } from "../../clouds/outscale/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import { scaleway } from "../../clouds/scaleway/index.ts";
import { Bucket, KeyRing, Network } from "../../constructs/index.ts";
import { definePolicy } from "../../guard/index.ts";
import { expectPortable, placesOf, portabilityProblems } from "../../testing/index.ts";

describe("placesOf", () => {
  it("gives every region in the EU and none outside", () => {
    const given = placesOf(ovh);
    expect(given.every(({ country }) => (countriesOf("eu") as readonly string[]).includes(country))).toBe(true);
    const ids = given.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["ovh:GRA11", "ovh:SBG5", "ovh:WAW1", "ovh:EU-WEST-PAR"]));
    for (const outside of ["ovh:BHS5", "ovh:UK1", "ovh:EU-WEST-LZ-ZRH-A", "ovh:EU-WEST-LZ-MNC-A"]) expect(ids).not.toContain(outside);
  });
});

describe("portabilityProblems", () => {
  it("says nothing of what works everywhere", () => {
    expect(portabilityProblems(placesOf(ovh), (stack) => void new Network(stack, "network"))).toEqual([]);
  });

  it("names each place that does not offer what is built, and no other", () => {
    const without = placesOf(ovh).filter((place) => !("bucket" in place.offers));
    expect(without.length).toBeGreaterThan(0);
    const problems = portabilityProblems(placesOf(ovh), (stack) => void new Bucket(stack, "media"));
    expect(problems.map((line) => line.split(": ")[0])).toEqual(without.map(({ id }) => id));
    for (const line of problems) expect(line).toContain("offers no bucket");
  });

  it("asks the guard at each place, under the policy given", () => {
    const policy = definePolicy({ places: ["ovh:GRA11"] });
    const problems = portabilityProblems([ovh("GRA11"), ovh("SBG5")], (stack) => void new Bucket(stack, "media"), { policy });
    expect(problems).toEqual([expect.stringMatching(/^ovh:SBG5: residency\/region: /)]);
  });

  it("lets a mistake of the program's own through", () => {
    const broken = () =>
      portabilityProblems([ovh("GRA11")], () => {
        throw new TypeError("mine");
      });
    expect(broken).toThrow(TypeError);
  });
});

describe("expectPortable", () => {
  const media = expectPortable((stack) => void new Bucket(stack, "media"));
  const keys = expectPortable((stack) => void new KeyRing(stack, "keys"));

  it("takes the names of clouds and of places", () => {
    media.to("outscale", "scaleway", "ovh:SBG5");
    expect(() => keys.to("ovh:GRA11", "outscale:cloudgouv-eu-west-1", "hcloud")).toThrow(
      /^It cannot leave for everywhere that was named:\noutscale:cloudgouv-eu-west-1: .*offers no keyRing.*\nhcloud:fsn1: .*offers no keyRing/,
    );
  });

  it.each([
    ["outscal", /No cloud is called "outscal"/],
    ["cloudwatt", /is closed since/],
    ["outscale:us-east-2", /outside the EU/],
    ["outscale:nowhere-1", /no region "nowhere-1"/],
    ["outscale:", /is no place/],
  ])("refuses %s, which is no destination that we know", (name, said) => {
    expect(() => media.to(name as "outscale")).toThrow(said);
  });

  it("takes a cloud for the first of its regions in the EU, beside places", () => {
    expectPortable((stack) => void new Bucket(stack, "media")).to(outscale, scaleway, ovh("SBG5"));
    const leaving = () => expectPortable((stack) => void new KeyRing(stack, "keys")).to(ovh("GRA11"), outscale);
    expect(leaving).toThrow(/^It cannot leave for everywhere that was named:\noutscale:eu-west-2: .*offers no keyRing/);
  });
});
