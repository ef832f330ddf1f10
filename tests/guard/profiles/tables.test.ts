import { describe, expect, it } from "vitest";
import { builtInProfiles, builtInRules, type Control } from "../../../guard/index.ts";
import { isBound } from "../../../guard/profile/bounds.ts";
import { SHARED_CONTROLS } from "../../../guard/profiles/controls.ts";

const controls = builtInProfiles.flatMap((profile) => profile.controls);
const ids = new Set(controls.map(({ id }) => id));
const rules = new Map(builtInRules.map((rule) => [rule.id, rule]));
const FRAMEWORKS = ["Gaia-X", "CSF", "CADA", "SecNumCloud", "HDS", "C5", "C5-2026", "DORA", "NIS2", "NIS2-IR", "GDPR", "DataAct"];

describe.each(builtInProfiles.map((profile) => [profile.id, profile] as const))("%s", (id, profile) => {
  it("says what it is, of which day, and who decides", () => {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(profile.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(profile.decidedBy).toMatch(/^[^.,][^.]*[^.,]$/);
  });

  it("lists each control once", () => {
    expect(new Set(profile.controls.map((one) => one.id)).size).toBe(profile.controls.length);
  });

  it.each(profile.controls.map((control) => [control.id, control] as const))("%s names what shows it", (_id, control: Control) => {
    expect(FRAMEWORKS).toContain(control.id.split(":")[0]);
    expect(control.asks).toMatch(/^[A-Z].*\.$/);
    expect([control.rules, control.certificate, control.documents?.[0], control.never].some((one) => one !== undefined)).toBe(true);
    for (const document of control.documents ?? []) expect(document).toMatch(/^[A-Z].*[^.]$/);
    for (const [rule, demands] of Object.entries(control.rules ?? {})) {
      expect([...rules.keys()]).toContain(rule);
      for (const [parameter, bound] of Object.entries(demands)) {
        expect(isBound(bound)).toBe(true);
        expect(Object.keys(rules.get(rule)?.options ?? {}), `${rule} has no parameter ${parameter}`).toContain(parameter);
      }
    }
  });
});

it("has the ids of its profiles once each", () => {
  expect(new Set(builtInProfiles.map(({ id }) => id)).size).toBe(builtInProfiles.length);
});

it("knows every control that a rule names", () => {
  const unknown = builtInRules.flatMap((rule) =>
    rule.controls.filter((id) => !ids.has(id) && !Object.hasOwn(SHARED_CONTROLS, id)).map((id) => `${rule.id}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

it("knows every control that a shared one is asked by", () => {
  const unknown = Object.entries(SHARED_CONTROLS).flatMap(([id, { askedBy }]) =>
    askedBy.filter((one) => !ids.has(one)).map((one) => `${id}: ${one}`),
  );
  expect(unknown).toEqual([]);
});

it("lists every rule under the controls that it names", () => {
  const listed = (id: string): ReadonlySet<string> =>
    new Set(controls.filter((one) => one.id === id).flatMap((one) => Object.keys(one.rules ?? {})));
  const missing = builtInRules.flatMap((rule) =>
    rule.controls.filter((id) => ids.has(id) && !listed(id).has(rule.id)).map((id) => `${id} does not list ${rule.id}`),
  );
  expect(missing).toEqual([]);
});

/** Controls that no code shows: what answers them instead. */
const BESIDE_CODE: Readonly<Record<string, string>> = {
  "OPR-3": "a document: whoever claims a label signs it",
  "EXT-2": "a document: the plan that `terroir exit` writes, and the record of its trial",
  "EVD-1": "a document: the register of information",
  "EVD-2": "a document: the host's map of transfers",
  "EVD-3": "the record that a deployment signs",
  "ENV-1": "a document: the operator's figures",
};

it.each(Object.entries(SHARED_CONTROLS))("%s is answered by a rule, or by something beside code", (id, { askedBy }) => {
  const rulesFor = builtInRules.filter((rule) => rule.controls.includes(id)).map((rule) => rule.id);
  expect(rulesFor.length > 0).toBe(!Object.hasOwn(BESIDE_CODE, id));
  if (rulesFor.length > 0) return;
  const documents = controls.filter((one) => (askedBy as readonly string[]).includes(one.id)).flatMap((one) => one.documents ?? []);
  expect(documents.length, `nothing beside code answers ${id}`).toBeGreaterThan(0);
});

it("says one thing of a control wherever it is listed", () => {
  const said = new Map<string, string>();
  for (const { id, asks } of controls) expect(said.set(id, said.get(id) ?? asks).get(id), id).toBe(asks);
});

it("draws each framework's own line on the map", () => {
  const line = (id: string) => builtInProfiles.find((profile) => profile.id === id)?.countries;
  expect(
    Object.fromEntries(
      ["secnumcloud", "cada-level-1", "csf", "gaia-x-label-3", "hds", "gdpr-chapter-v", "dora", "nis2"].map((id) => [id, line(id)]),
    ),
  ).toEqual({
    secnumcloud: "eu",
    "cada-level-1": "eu",
    csf: "eu",
    "gaia-x-label-3": "eea",
    hds: "eea",
    "gdpr-chapter-v": "adequate",
    dora: undefined,
    nis2: undefined,
  });
});

it("weighs the eight objectives as the framework does", () => {
  const csf = builtInProfiles.find(({ id }) => id === "csf");
  expect(csf?.controls.map(({ weight }) => weight)).toEqual([15, 10, 10, 15, 20, 15, 10, 5]);
});

it("says that CADA is a proposal", () => {
  for (const profile of builtInProfiles) expect(profile.status === "proposal").toBe(profile.id.startsWith("cada-"));
});

it("never says that anybody complies", () => {
  expect(builtInProfiles.filter((profile) => /compliant/i.test(JSON.stringify(profile))).map(({ id }) => id)).toEqual([]);
});
