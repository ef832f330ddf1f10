import { describe, expect, it } from "vitest";
import { EU_COUNTRIES } from "../../catalogue/index.ts";
import { memberCountries } from "../../guard/approvals/approvals.ts";
import { defaultPolicy, definePolicy, defineRule, InputError, parsePolicy, pass, waive, whyOperator, whyPlace } from "../../guard/index.ts";

const own = defineRule({
  id: "acme/own",
  title: "A rule of the company's own",
  why: "To be named in policies.",
  on: "bucket",
  options: { days: 30 },
  check: () => pass,
  examples: { passes: {}, fails: { never: {} } },
});

const waiver = { rule: "residency/region", address: "a.b", reason: "r", owner: "o", approver: "p", until: "2026-12-01" } as const;

describe("a policy", () => {
  it("without a file approves the Union's countries, and no more", () => {
    expect([...memberCountries(defaultPolicy.countries, "2026-11-23")].sort()).toEqual([...EU_COUNTRIES].sort());
    expect(definePolicy({})).toEqual(defaultPolicy);
    expect(parsePolicy({})).toEqual(defaultPolicy);
  });

  it("starts from another, and adds rules and waivers", () => {
    const base = definePolicy({ name: "base", countries: ["FR", "DE"], waivers: [waiver], rules: [own] });
    const policy = definePolicy({ name: "more", extends: base, waivers: [waiver], parameters: { "acme/own": { days: 60 } } });
    expect(policy).toMatchObject({ name: "more", countries: ["FR", "DE"] });
    expect(policy.waivers).toHaveLength(2);
    expect(policy.rules).toEqual([own]);
  });

  const wrong: readonly (readonly [name: string, json: unknown, message: RegExp])[] = [
    ["no object", [], /is a list.*object with the keys/],
    ["null", null, /is null/],
    ["a misspelt key", { contries: ["FR"] }, /unknown key "contries".*Did you mean "countries"/],
    ["a key of every object", JSON.parse('{"__proto__": 1}'), /unknown key "__proto__"/],
    ["another", { constructor: 1 }, /unknown key "constructor"/],
    ["a misspelt key further down", { operators: { seats: ["FR"] } }, /operators has the unknown key "seats".*"seat"/],
    ["no bloc", { countries: "europe" }, /countries is "europe".*eu, eea, adequate/],
    ["no country", { countries: ["FR", "XX"] }, /names "XX"/],
    ["a country in small letters", { countries: ["fr"] }, /names "fr".*capitals/],
    ["an operator that nobody knows", { operators: { only: ["ovhclud"] } }, /Did you mean "ovhcloud"/],
    ["the beginning of an operator", { operators: { only: ["ovh"] } }, /Did you mean "ovhcloud"\?$/],
    ["a closed operator", { operators: { also: ["cloudwatt"] } }, /Cloudwatt.*closed on 2020-01-31.*Go to ovhcloud/],
    ["a place that is none", { places: ["GRA11"] }, /places\[0\] is "GRA11".*cloud:region/],
    ["a place that nobody knows", { places: ["ovh:GRA99"] }, /no such region.*GRA9/],
    ["a cloud that is closed", { places: ["numergy:fr1"] }, /Numergy is closed/],
    ["an endpoint that is no text", { endpoints: [1] }, /endpoints\[0\] is 1/],
    ["a rule that nobody knows", { parameters: { "isolation/ingres": {} } }, /unknown key "isolation\/ingres".*"isolation\/ingress"/],
    ["a parameter that nobody knows", { parameters: { "isolation/ingress": { widest: 8 } } }, /unknown key "widest".*widestIpv4|widest/],
    ["a parameter of another kind", { parameters: { "isolation/ingress": { widestIpv4: "8" } } }, /widestIpv4 is "8".*16/],
    ["a parameter that is half a number", { parameters: { "isolation/ingress": { widestIpv4: 1.5 } } }, /widestIpv4 is 1\.5.*whole number/],
    [
      "a parameter that is no number",
      { parameters: { "isolation/ingress": { widestIpv6: Number.NaN } } },
      /widestIpv6 is NaN.*whole number/,
    ],
    ["a forbidden operator that nobody knows", { operators: { never: ["awss"] } }, /names the operator "awss".*"aws"/],
    ["a list where a text is", { parameters: { "encryption/at-rest": { accept: ["claimed"] } } }, /accept is a list/],
    ["a program in JSON", { rules: [] }, /rules cannot be said in JSON.*terroir\.policy\.ts/],
    [
      "a waiver without a reason",
      { waivers: [{ rule: "residency/region", address: "a", owner: "o", approver: "p", until: "2026-12-01" }] },
      /waivers\[0\] has no reason/,
    ],
    [
      "a waiver with a misspelt key",
      { waivers: [{ rule: "r", address: "a", reason: "r", owner: "o", approver: "p", untill: "2026-12-01" }] },
      /unknown key "untill".*"until"/,
    ],
    [
      "a waiver without a day",
      { waivers: [{ rule: "r", address: "a", reason: "r", owner: "o", approver: "p", until: "soon" }] },
      /until is "soon".*YYYY-MM-DD/,
    ],
    ["a waiver until a day that is in no calendar", { waivers: [{ ...waiver, until: "2027-02-30" }] }, /until is "2027-02-30"/],
    [
      "a waiver of a place that its owner approved",
      { waivers: [{ ...waiver, approver: " O" }] },
      /waivers\[0\] is approved by its own owner, o\. To mend it, have somebody other than o approve it: residency\/region needs four eyes\./,
    ],
    [
      "a waiver of an operator that its owner approved",
      { waivers: [waiver, { ...waiver, rule: "jurisdiction/operator", approver: "o" }] },
      /waivers\[1\] is approved by its own owner/,
    ],
    ["a switch that is none", { backends: { local: "yes" } }, /backends\.local is "yes".*true or false/],
  ];
  it.each(wrong)("refuses %s", (_, json, message) => {
    expect(() => parsePolicy(json, { origin: "terroir.policy.json" })).toThrow(InputError);
    expect(() => parsePolicy(json, { origin: "terroir.policy.json" })).toThrow(message);
    expect(() => parsePolicy(json, { origin: "terroir.policy.json" })).toThrow(/^terroir\.policy\.json: /);
  });

  it("refuses a misspelt key in TypeScript as well", () => {
    // @ts-expect-error the key is misspelt
    expect(() => definePolicy({ contries: ["FR"] })).toThrow(/countries/);
    // @ts-expect-error no such country
    expect(() => definePolicy({ countries: ["XX"] })).toThrow(/XX/);
    // @ts-expect-error the parameter is a number
    expect(() => definePolicy({ parameters: { "isolation/ingress": { widestIpv4: "8" } } })).toThrow(/widestIpv4/);
  });

  it("refuses in a program too what its owner approved, and takes it of a protection", () => {
    const approvedBy = (rule: string) => () => definePolicy({ waivers: [waive(rule, { ...waiver, approver: waiver.owner })] });
    expect(approvedBy("residency/replica")).toThrow(/approved by its own owner/);
    expect(approvedBy("isolation/ingress")).not.toThrow();
  });

  it("takes the company's own rules and their parameters, and no two of one name", () => {
    expect(parsePolicy({ parameters: { "acme/own": { days: 7 } } }, { rules: [own] }).parameters["acme/own"]).toEqual({ days: 7 });
    expect(() => definePolicy({ rules: [own, own] })).toThrow(/acme\/own, which another rule has/);
    expect(() => parsePolicy({ parameters: { "acme/own": { day: 7 } } }, { rules: [own] })).toThrow(/Did you mean "days"/);
  });
});

describe("why", () => {
  it.each([
    ["ovhcloud", true, /seat is in France/],
    ["outscale", true, /France/],
    ["aws", false, /United States/],
    ["ovhcloud-us", false, /United States/],
    ["exoscale", false, /Switzerland|Mexico/],
    ["cloudwatt", false, /closed since 2020-01-31.*ovhcloud/s],
    ["numergy", false, /closed since 2016-12-31/],
    ["acme", false, /does not know an operator acme/],
  ])("an operator is approved or not: %s", (id, approved, because) => {
    const standing = whyOperator(id, defaultPolicy, "2026-11-23");
    expect(standing.approved).toBe(approved);
    expect(standing.because).toMatch(because);
  });

  it("is answered as of a day", () => {
    expect(whyOperator("cloudwatt", defaultPolicy, "2019-06-01").approved).toBe(true);
    expect(whyOperator("cloudwatt", defaultPolicy, "2020-06-01").approved).toBe(false);
  });

  it.each([
    ["ovh:GRA11", [true, true]],
    ["ovh:BHS5", [false, true]],
    ["ovh:GRA99", [false]],
    ["nowhere:x", [false]],
  ])("a place is approved or not: %s", (place, approved) => {
    expect(whyPlace(place, defaultPolicy, "2026-11-23").map((one) => one.approved)).toEqual(approved);
  });
});
