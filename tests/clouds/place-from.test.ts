import { describe, expect, it } from "vitest";
import { placeFrom } from "../../clouds/contract/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";

describe("a place read from configuration", () => {
  it.each(["ovh:GRA11", " ovh : GRA11 ", "OVH:GRA11"])("%j is the place itself", (text) => {
    expect(placeFrom(text, ovh).id).toBe(ovh("GRA11").id);
  });

  it.each([
    ["GRA11", /^"GRA11" is no place\. .*such as ovh:GRA/],
    ["", /^"" is no place\./],
    ["ovh:", /is no place\./],
    ["nosuch:GRA11", /^No cloud is called "nosuch"\. Choose one of: ovh\.$/],
    ["ovh:GRA99", /^ovh has no region "GRA99" that we know\. The nearest in the EU: GRA9, /],
    ["ovh:BHS5", /^ovh:BHS5 is in Beauharnois \(CA\), outside the EU\./],
    ["ovh:EU-WEST-LZ-MNC-A", /^ovh:EU-WEST-LZ-MNC-A is in Manchester \(GB\), outside the EU\./],
    ["cloudwatt:fr1", /^Cloudwatt is closed since 2020-01-31: /],
    ["ovh:constructor", /^ovh has no region "constructor"/],
  ])("%j is refused in a sentence", (text, says) => {
    expect(() => placeFrom(text, ovh)).toThrow(says);
  });

  it("is a value: nobody moves it afterwards", () => {
    const place = ovh("GRA11");
    expect(() => Object.assign(place, { region: "BHS5" })).toThrow(TypeError);
    expect(place.region).toBe("GRA11");
  });

  it("needs the clouds that may be named", () => {
    expect(() => placeFrom("ovh:GRA11")).toThrow(/was given none\. Hand over those that may be named: placeFrom\("ovh:GRA11", ovh\)\.$/);
  });
});
