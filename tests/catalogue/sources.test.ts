import { describe, expect, it } from "vitest";
import { COUNTRIES_SOURCE } from "../../catalogue/countries.ts";
import { ADEQUACY, COUNTRIES, FOREIGN_HOSTS, LAWS, MEMBERSHIPS, OPERATORS, PROVIDERS, today, unread } from "../../catalogue/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { builtInProfiles } from "../../guard/index.ts";
import { READ } from "./read-sources.ts";
import { faultOf, sourcedFacts } from "./sourced-facts.ts";

const page = "https://europa.eu/european-union/about-eu/countries_en?country=ES";
const PROFILES = builtInProfiles;
const tables = { PROFILES, COUNTRIES_SOURCE, ADEQUACY, MEMBERSHIPS, LAWS, OPERATORS, PROVIDERS, FOREIGN_HOSTS };

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

describe("what nobody has read", () => {
  const places = CLOUD_FACTS.flatMap((facts) => [
    ...Object.entries(facts.regions).map(([code, site]) => [`${facts.cloud}:${code}`, site] as const),
    ...Object.entries(facts.locations ?? {}).map(([code, site]) => [`${facts.cloud}:${code}`, site] as const),
  ]);

  it("speaks for no provider: what is accepted as computing in the engine alone was read", () => {
    for (const [name, provider] of Object.entries(PROVIDERS))
      if (provider.kind === "utility") expect(provider.verified, name).toBeUndefined();
  });

  it("speaks for no member of the Union, and for no country's adequacy", () => {
    expect(MEMBERSHIPS.filter((m) => m.bloc !== "eea" && m.verified === false)).toEqual([]);
  });

  // Each is a place whose code is known and whose country its operator's page was not opened for. The list may only get shorter.
  it("speaks for these places alone", () => {
    expect(places.flatMap(([name, site]) => (site.verified === false ? [name] : [])).sort()).toEqual([
      "exoscale:hr-zag-1",
      "ionoscloud:de/fkb",
      "ionoscloud:fr/par",
      "ionoscloud:gb/bhx",
      "ionoscloud:us/mci",
      "ovh:EU-WEST-LZ-DLN",
      "ovh:EU-WEST-LZ-DLN-A",
      "scaleway:it-mil",
      "stackit:eu02",
    ]);
  });

  it("is not on the list of what was read, which lists nothing that no fact cites", () => {
    const clouds = CLOUD_FACTS.map(({ regions, locations, hosts, provider, operators, readings, sources: _ }) => ({
      operators,
      readings,
      regions,
      locations,
      hosts,
      known: provider.endpoint?.known,
    }));
    const cited = new Set(sourcedFacts({ tables, clouds }).map((fact) => fact.source));
    expect([...READ].filter((address) => !cited.has(address))).toEqual([]);
  });
});

describe("the check itself", () => {
  it.each([
    [{ source: page, seen: "2026-11-23" }, undefined],
    [{ source: "from memory", seen: "2026-11-23" }, /no page/],
    [{ source: undefined, seen: "2026-11-23" }, /no page/],
    [{ source: page, seen: "2026-11-24" }, /not come yet/],
    [{ source: page, seen: "2025-11-01" }, /more than a year/],
    [{ source: page, seen: "2026-02-30" }, /no calendar/],
    [{ source: page, seen: "yesterday" }, /no day/],
    [{ source: "https://example.org/never-opened", seen: "2026-11-23" }, /nobody has read/],
    [{ source: page, seen: "2026-11-23", verified: true }, /say nothing, or false/],
    [{ source: page, seen: "2026-11-23", verified: false }, /do not agree/],
    [{ ...unread("https://example.org/x", "2026-11-23"), verified: undefined }, /do not agree/],
    [unread("https://example.org/x", "2026-11-23"), undefined],
    [unread("somewhere", "2026-11-23"), /no page/],
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
