import { describe, expect, it } from "vitest";
import { COUNTRIES_SOURCE } from "../../catalogue/countries.ts";
import { ADEQUACY, COUNTRIES, FOREIGN_HOSTS, LAWS, MEMBERSHIPS, OPERATORS, PROVIDERS, today } from "../../catalogue/index.ts";
import { faultOf, sourcedFacts } from "./sourced-facts.ts";

const tables = { COUNTRIES_SOURCE, ADEQUACY, MEMBERSHIPS, LAWS, OPERATORS, PROVIDERS, FOREIGN_HOSTS };

describe("every fact of the catalogue", () => {
  it.each(Object.entries(tables))("%s has a source that was read within a year", (_, table) => {
    const facts = sourcedFacts(table);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.flatMap((fact) => faultOf(fact, today()) ?? [])).toEqual([]);
  });

  it("has a source of its own for each company's seat, control, technology and end", () => {
    for (const entry of OPERATORS)
      for (const claim of [
        entry.seat,
        entry.control,
        ...(entry.technology ? [entry.technology] : []),
        ...(entry.closed ? [entry.closed] : []),
      ])
        expect(faultOf({ at: entry.id, ...claim }, today())).toBeUndefined();
  });
});

describe("the check itself", () => {
  it.each([
    [{ source: "https://example.org/x", seen: "2026-11-23" }, undefined],
    [{ source: "from memory", seen: "2026-11-23" }, /no page/],
    [{ source: undefined, seen: "2026-11-23" }, /no page/],
    [{ source: "https://example.org/x", seen: "2026-11-24" }, /not come yet/],
    [{ source: "https://example.org/x", seen: "2025-11-01" }, /more than a year/],
    [{ source: "https://example.org/x", seen: "2026-02-30" }, /no calendar/],
    [{ source: "https://example.org/x", seen: "yesterday" }, /no day/],
  ] as const)("%j", (fact, fault) => {
    const found = faultOf({ at: "x", ...fact }, "2026-11-23");
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(fault);
  });

  it("knows every table's size, so that an emptied one is noticed", () => {
    expect(Object.keys(COUNTRIES).length).toBeGreaterThan(50);
    expect(OPERATORS.length).toBeGreaterThan(35);
    expect(Object.keys(PROVIDERS).length).toBeGreaterThan(50);
  });
});
