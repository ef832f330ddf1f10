import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  among,
  atLeast,
  builtInProfiles,
  definePolicy,
  defineProfile,
  defineRule,
  type Policy,
  parsePolicy,
  pass,
  profileNamed,
  waive,
  whyPlace,
} from "../../../guard/index.ts";
import { type Document, judged, verdictOf } from "../judging.ts";

const bucket = (region: string, more: Document = {}): Document => ({
  resource: {
    ovh_cloud_project_storage: {
      b: { service_name: "p", name: "b", region_name: region, encryption: { sse_algorithm: "AES256" }, ...more },
    },
  },
});
const address = "ovh_cloud_project_storage.b";
const under = (profiles: readonly string[], more: Parameters<typeof definePolicy>[0] = {}) => definePolicy({ ...more, profiles });
const assessment = (document: Document, policy: Policy, options = {}) => judged(document, policy, options).profiles[0];
const controlIn = (document: Document, policy: Policy, id: string, options = {}) =>
  assessment(document, policy, options)?.controls.find((one) => one.id === id);

describe("a control", () => {
  it("is proved by attributes of what was judged", () => {
    const copied = bucket("GRA", { replication: { rules: [{ destination: { name: "c", region: "SBG" } }] } });
    expect(controlIn(copied, under(["secnumcloud"]), "SecNumCloud:19.2.b")).toMatchObject({
      status: "proved",
      code: "proved",
      addresses: [],
    });
  });

  it("is claimed where it rests on what is said of companies, with source and day", () => {
    const control = controlIn(bucket("GRA"), under(["gaia-x-label-3"]), "Gaia-X:P5.1.4");
    expect(control).toMatchObject({ status: "claimed", code: "claimed" });
    expect(control?.evidence.map(({ says }) => says)).toEqual([
      "OVH SAS has its seat in FR.",
      expect.stringMatching(/^OVH SAS is controlled by/),
    ]);
    for (const { source, seen } of control?.evidence ?? []) expect([source, seen]).toEqual([expect.stringMatching(/^http/), "2026-11-23"]);
  });

  it("is contradicted by one thing outside, and says where", () => {
    expect(controlIn(bucket("BHS"), under(["secnumcloud"]), "SecNumCloud:19.2.b")).toMatchObject({
      status: "contradicted",
      addresses: [address],
      because: "residency/region refuses 1 thing.",
    });
  });

  it("is contradicted by what is waived as well", () => {
    const waiver = waive("residency/region", {
      address,
      value: "BHS",
      reason: "moves",
      owner: "shop",
      approver: "security",
      until: "2026-12-31",
    });
    const report = judged(bucket("BHS"), definePolicy({ profiles: ["secnumcloud"], waivers: [waiver] }), { rules: ["residency"] });
    expect(report.verdict).toBe("inside");
    expect(report.profiles[0]?.controls.find(({ id }) => id === "SecNumCloud:19.2.b")).toMatchObject({
      status: "contradicted",
      because: "residency/region refuses 1 thing, 1 of them waived.",
    });
  });

  it("is not shown where something cannot be known", () => {
    const document = { variable: { r: {} }, ...bucket("${var.r}") };
    expect(controlIn(document, under(["cada-level-1"]), "CADA:1.1.b")).toMatchObject({
      status: "needs-document",
      code: "not-shown",
      addresses: [address],
    });
  });

  it("is not shown where its rule did not run", () => {
    expect(controlIn(bucket("GRA"), under(["bsi-c5"]), "C5:PSS-12", { rules: ["encryption"] })).toMatchObject({
      status: "not-shown",
      because: "residency/region did not run.",
    });
  });

  it("needs a document where no code shows all of it, whatever code shows", () => {
    expect(controlIn(bucket("GRA"), under(["dora"]), "DORA:30.2.a")).toMatchObject({
      status: "needs-document",
      code: null,
      documents: ["The contract"],
    });
  });

  it("rests on the weakest: an operator's claim of encryption is no proof", () => {
    const volume = {
      resource: { ovh_cloud_project_volume: { v: { service_name: "p", name: "v", region_name: "GRA11", size: 10, type: "classic" } } },
    };
    const control = controlIn(
      { resource: { ...(bucket("GRA")["resource"] as Document), ...volume.resource } },
      under(["gaia-x"]),
      "Gaia-X:gx:storageEncryption",
    );
    expect(["claimed", "not-shown", "contradicted"]).toContain(control?.status);
  });
});

describe("a certificate", () => {
  const vm = (region: string): Document => ({
    terraform: { required_providers: { outscale: { source: "outscale/outscale" } } },
    provider: { outscale: [{ api: { region } }] },
    resource: { outscale_vm: { m: { image_id: "ami-1", vm_type: "tinav6.c1r1p2" } } },
  });
  const found = (region: string, asOf?: `${number}-${number}-${number}`) =>
    controlIn(vm(region), under(["secnumcloud"]), "SecNumCloud:A2.c", asOf === undefined ? {} : { asOf });

  it("holds for a service in its region", () => {
    expect(found("cloudgouv-eu-west-1")).toMatchObject({ status: "needs-document", code: "claimed" });
    expect(found("cloudgouv-eu-west-1")?.evidence[0]?.says).toMatch(/^secnumcloud-3.2 covers/);
  });

  it("does not hold for the same service of the same company elsewhere", () => {
    expect(found("eu-west-2")).toMatchObject({ code: "not-shown", addresses: ["outscale_vm.m"] });
  });

  it.each([
    ["fr-par", "2026-11-28", "claimed"],
    ["nl-ams", "2026-11-28", "not-shown"],
    ["fr-par", "2025-11-13", "not-shown"], // The day before it was given.
  ] as const)("holds where and since when it was given: %s on %s is %s", (region, asOf, code) => {
    const media: Document = {
      terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
      provider: { scaleway: [{ region }] },
      resource: { scaleway_object_bucket: { b: { name: "b", region } } },
    };
    expect(controlIn(media, under(["hds"]), "HDS:EXI-12", { asOf })).toMatchObject({ status: "needs-document", code });
  });
});

describe("a profile", () => {
  it("speaks of what it assessed, and never of compliance", () => {
    const one = assessment(bucket("GRA"), under(["csf"]));
    expect(one?.statement).toMatch(
      /^Assessed \d of 8 by code, for the \d+ things that were judged .* This says nothing of whether EU Cloud Sovereignty Framework is met/,
    );
    expect(one?.score).toMatchObject({ of: 100, ceiling: null });
  });

  it("lets the lowest objective decide what is out of reach", () => {
    expect(assessment(bucket("BHS"), under(["csf"]))?.score?.ceiling).toEqual({ level: "SEAL-1", control: "CSF:SOV-3" });
  });

  it("narrows a wider policy, and says so in the verdict", () => {
    const zurich = bucket("EU-WEST-LZ-ZRH-A");
    const wide = { countries: "adequate", operators: { also: ["ovhcloud"] } } as const;
    expect(whyPlace("ovh:EU-WEST-LZ-ZRH-A", definePolicy(wide))[0]?.approved).toBe(true);
    expect(whyPlace("ovh:EU-WEST-LZ-ZRH-A", under(["secnumcloud"], wide))[0]?.approved).toBe(false);
    expect(whyPlace("ovh:EU-WEST-LZ-ZRH-A", under(["gdpr-chapter-v"], wide))[0]?.approved).toBe(true);
    expect(verdictOf(judged(zurich, under(["hds"], wide)), address)).toBe("outside");
  });

  it("asks an operator that the policy admits wherever it sits", () => {
    const wide = { countries: "adequate", operators: { also: ["exoscale"] } } as const;
    expect(whyPlace("exoscale:de-fra-1", definePolicy(wide)).map(({ approved }) => approved)).toEqual([true, true]);
    expect(whyPlace("exoscale:de-fra-1", under(["gaia-x-label-3"], wide)).map(({ approved }) => approved)).toEqual([true, false]);
    expect(whyPlace("exoscale:de-fra-1", under(["hds"], wide)).map(({ approved }) => approved)).toEqual([true, true]);
  });

  it("is not contradicted by what the policy demands beyond it", () => {
    const report = judged(bucket("WAW"), definePolicy({ countries: ["FR"], profiles: ["secnumcloud"] }));
    expect(verdictOf(report, address)).toBe("outside");
    expect(report.profiles[0]?.controls.find(({ id }) => id === "SecNumCloud:19.2.b")?.status).not.toBe("contradicted");
  });

  it("speaks as of a day", () => {
    const cloudwatt = defineProfile({ name: "acme/then", operators: { never: ["cloudwatt"] }, countries: "eea" });
    expect(judged(bucket("GRA"), definePolicy({ profiles: [cloudwatt] }), { asOf: "2024-01-01" }).asOf).toBe("2024-01-01");
  });

  it("can only refuse more: no profile turns refused into inside", () => {
    const countries = fc.constantFrom(
      "eu" as const,
      "eea" as const,
      "adequate" as const,
      ["FR", "CH"] as const,
      ["FR", "DE", "NO"] as const,
    );
    const named = fc.subarray(
      builtInProfiles.map(({ id }) => id),
      { maxLength: 3 },
    );
    const region = fc.constantFrom("GRA", "WAW", "BHS", "EU-NORTH-LZ-OSL-A", "EU-WEST-LZ-ZRH-A", "UK");
    const also = fc.subarray(["ovhcloud", "aws", "exoscale"]);
    fc.assert(
      fc.property(countries, named, region, also, (where, profiles, code, operators) => {
        const policy = { countries: where, operators: { also: operators } };
        if (judged(bucket(code), definePolicy(policy)).verdict === "refused")
          expect(judged(bucket(code), under(profiles, policy)).verdict).toBe("refused");
      }),
      { numRuns: 60 },
    );
  });
});

describe("a company's profile", () => {
  const kept = defineRule({
    id: "acme/buckets-keep",
    title: "Buckets keep what is deleted",
    why: "Somebody will ask.",
    on: "bucket",
    options: { days: 30 },
    check: (one, { days }) => (one.read("retentionDays", 0) >= days ? pass : { because: `keeps less than ${days} days`, fix: "lock it" }),
    examples: { passes: { long: { retentionDays: 400 } }, fails: { short: { retentionDays: 1 } } },
  });
  const treasury = defineProfile({
    name: "acme/treasury",
    extends: profileNamed("dora"),
    places: ["ovh:GRA11", "ovh:SBG5"],
    rules: [kept, "encryption/at-rest"],
    parameters: { "acme/buckets-keep": { days: atLeast(60) }, "encryption/at-rest": { accept: among("claimed", "proved") } },
  });
  const locked = (days: number) => bucket("GRA", { object_lock: { status: "enabled", rule: { mode: "compliance", period: `P${days}D` } } });

  it("extends others, and adds controls of its own", () => {
    expect(treasury.extends).toEqual(["dora"]);
    expect(treasury.controls.map(({ id }) => id)).toEqual(expect.arrayContaining(["DORA:30.2.b", "acme/treasury:acme/buckets-keep"]));
  });

  it("brings its rules and places along", () => {
    const policy = definePolicy({ profiles: [treasury] });
    expect(judged(locked(90), policy).verdict).toBe("inside");
    expect(judged(locked(30), policy).findings.find(({ rule }) => rule === "acme/buckets-keep")?.message).toBe("keeps less than 60 days");
    expect(verdictOf(judged(bucket("WAW"), policy), address)).toBe("outside");
  });

  it("leaves a stricter parameter of the policy as it is", () => {
    const policy = definePolicy({ profiles: [treasury], parameters: { "acme/buckets-keep": { days: 365 } } });
    const report = judged(locked(90), policy);
    expect(report.findings.find(({ rule }) => rule === "acme/buckets-keep")?.message).toBe("keeps less than 365 days");
    // And the profile, which asks for 60, is not contradicted by that.
    expect(report.profiles[0]?.controls.find(({ id }) => id === "acme/treasury:acme/buckets-keep")?.status).toBe("proved");
  });

  it("is named by a policy in JSON when it is at hand", () => {
    expect(parsePolicy({ profiles: ["acme/treasury", "hds"] }, { profiles: [treasury] }).profiles.map(({ id }) => id)).toEqual([
      "acme/treasury",
      "hds",
    ]);
    expect(() => parsePolicy({ profiles: ["acme/treasury"] })).toThrow(/profiles\[0\] is "acme\/treasury", which is no profile/);
  });

  it("cannot widen what it extends", () => {
    const wide = defineProfile({ name: "acme/wide", extends: profileNamed("secnumcloud"), countries: "adequate" });
    expect([wide.countries, wide.operators?.seat]).toEqual(["eu", "eu"]);
  });

  it.each([
    [{ name: "treasury" }, /name is "treasury"\. Write company\/name/],
    [{ name: "acme/x", parametrs: {} }, /unknown key "parametrs"\. Did you mean "parameters"/],
    [
      { name: "acme/x", rules: ["encryption/at-rst"] },
      /names the rule "encryption\/at-rst", and the guard has none of that id\. Did you mean "encryption\/at-rest"\? A rule of your own is given itself/,
    ],
    [{ name: "acme/x", parameters: { "encryption/at-rest": { acept: "proved" } } }, /unknown key "acept"\. Did you mean "accept"/],
    [{ name: "acme/x", parameters: { "encryption/at-rest": { accept: 3 } } }, /accept is 3/],
    [{ name: "acme/x", places: ["ovh:GRA99"] }, /ovh has no such region/],
    [{ name: "acme/x", extends: "secnumcloud" }, /extends is "secnumcloud"/],
    [{ name: "acme/x", operators: { only: ["cloudwatt"] } }, /Cloudwatt, which closed on 2020-01-31/],
  ])("that is wrong is an error that says how to put it right: %j", (input, message) => {
    expect(() => defineProfile(input as never)).toThrow(message);
  });

  it("that contradicts another, or leaves nothing, is said", () => {
    const one = defineProfile({ name: "acme/one", parameters: { "encryption/at-rest": { accept: "claimed" } } });
    const other = defineProfile({ name: "acme/other", parameters: { "encryption/at-rest": { accept: "proved" } } });
    expect(() => judged(bucket("GRA"), definePolicy({ profiles: [one, other] }))).toThrow(
      /Profiles contradict each other: acme\/one demands "claimed"/,
    );
    expect(() => judged(bucket("GRA"), definePolicy({ countries: ["CH"], profiles: ["secnumcloud"] }))).toThrow(/no country in common/);
  });

  it("that nobody knows is an error with the nearest", () => {
    expect(() => definePolicy({ profiles: ["secnumclod"] })).toThrow(/is "secnumclod", which is no profile\. Did you mean "secnumcloud"/);
    expect(() => profileNamed("gaiax-label-3")).toThrow(/Did you mean "gaia-x-label-3"/);
  });
});
