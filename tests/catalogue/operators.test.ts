import { describe, expect, it } from "vitest";
import { inBloc, isClosed, isCountryCode, LAWS, OPERATORS, operator, operatorIds, operatorOn } from "../../catalogue/index.ts";

const day = "2026-11-23";
const inEu = (id: string) => {
  const entry = operatorOn(id, day);
  return entry && [inBloc(entry.seat.country, "eu", day), inBloc(entry.control.country, "eu", day)];
};

describe("operators", () => {
  it.each([
    ["ovhcloud", true, true],
    ["outscale", true, true],
    ["scaleway", true, true],
    ["ionos", true, true],
    ["t-systems", true, true],
    ["stackit", true, true],
    ["hetzner", true, true],
    ["upcloud", true, true],
    ["clever-cloud", true, true],
    ["elastx", true, true],
    ["fuga", true, true],
    ["leafcloud", true, true],
    ["aruba", true, true],
    ["cloud-temple", true, true],
    ["numspot", true, true],
    ["s3ns", true, true],
    ["bleu", true, true],
    ["ovhcloud-us", false, true],
    ["exoscale", false, false],
    ["cleura", true, false],
    ["infomaniak", false, false],
    ["aws", false, false],
    ["microsoft", false, false],
    ["google", false, false],
    ["oracle", false, false],
    ["ibm", false, false],
    ["digitalocean", false, false],
    ["alibaba", false, false],
    ["tencent", false, false],
    ["huawei", false, false],
  ])("%s: seat in the Union %s, control in the Union %s", (id, seat, control) => {
    expect(inEu(id)).toEqual([seat, control]);
  });

  it("Exoscale is Swiss, and controlled from Mexico", () => {
    expect(operator("exoscale")).toMatchObject({ seat: { country: "CH" }, control: { country: "MX" } });
  });

  it.each([
    ["s3ns", "US", "Google LLC"],
    ["bleu", "US", "Microsoft Corporation"],
    ["t-systems", "CN", "Huawei Technologies Co., Ltd."],
  ])("%s runs technology of %s", (id, country, licensor) => {
    expect(operator(id)?.technology).toMatchObject({ country, licensor });
  });

  it.each([
    ["numergy", "2015-06-01", false],
    ["numergy", "2017-01-01", true],
    ["cloudwatt", "2014-01-01", false],
    ["cloudwatt", "2020-01-31", false],
    ["cloudwatt", "2020-02-01", true],
    ["cloudwatt", "2026-11-23", true],
    ["ovhcloud", "2026-11-23", false],
  ] as const)("%s on %s: closed %s", (id, on, closed) => {
    const entry = operatorOn(id, on);
    expect(entry && isClosed(entry, on)).toBe(closed);
  });

  it("a change of hands is a new entry: Cloudwatt was three owners', then Orange's", () => {
    expect(operatorOn("cloudwatt", "2015-03-20")?.control.by).toMatch(/Thales/);
    expect(operatorOn("cloudwatt", "2015-03-21")?.control.by).toBe("Orange");
    expect(operatorOn("cloudwatt", "2011-01-01")).toBeUndefined();
  });

  it("a closed operator says where to go, and that is open", () => {
    const closed = OPERATORS.filter((entry) => entry.closed !== undefined);
    expect(closed.map((entry) => entry.id)).toEqual(expect.arrayContaining(["numergy", "cloudwatt"]));
    for (const entry of closed) {
      expect(entry.closed?.instead.length).toBeGreaterThan(0);
      for (const id of entry.closed?.instead ?? []) expect([operator(id)?.id, operator(id)?.closed]).toEqual([id, undefined]);
    }
  });

  it("no two entries of one id hold on one day, and none leaves a gap", () => {
    for (const id of operatorIds()) {
      const entries = OPERATORS.filter((entry) => entry.id === id).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
      for (const [i, later] of entries.slice(1).entries()) {
        const end = entries[i]?.to;
        expect(end, id).toBeDefined();
        expect(Date.parse(later.from ?? "") - Date.parse(end ?? ""), id).toBe(86_400_000);
      }
    }
  });

  it("names countries and laws that exist", () => {
    for (const entry of OPERATORS) {
      for (const { country } of [entry.seat, entry.control, ...(entry.technology ? [entry.technology] : [])])
        expect(isCountryCode(country)).toBe(true);
      for (const law of entry.laws) expect(LAWS[law]).toBeDefined();
    }
  });

  it("whoever is controlled from the United States or China is reached by their laws", () => {
    for (const entry of OPERATORS) {
      if (entry.control.country === "US") expect(entry.laws, entry.id).toContain("us-cloud-act");
      if (entry.control.country === "CN") expect(entry.laws, entry.id).toContain("cn-disclosure");
    }
  });

  it("what nobody has read at the source speaks only against a company", () => {
    for (const entry of OPERATORS) {
      const unread = [entry.seat, entry.control].some((claim) => claim.verified === false);
      if (unread)
        expect(inBloc(entry.seat.country, "adequate", day) || inBloc(entry.control.country, "adequate", day), entry.id).toBe(false);
    }
  });

  it("Infomaniak passed from its founder to a foundation in May 2026", () => {
    expect(operatorOn("infomaniak", "2026-05-19")?.control.by).toMatch(/founder/);
    expect(operatorOn("infomaniak", "2026-05-20")?.control.by).toMatch(/Foundation/);
  });

  it.each(["", "nobody", "constructor", "__proto__", "ovh cloud"])("knows no %j", (id) => {
    expect(operator(id)).toBeUndefined();
  });

  it("reads an id in either case", () => {
    expect(operator("OVHcloud")?.id).toBe("ovhcloud");
  });
});
