import { describe, expect, it } from "vitest";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { cloudContract, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

describe.each(ADAPTERS)("%s", (schema, cloud) => {
  const cases = cloudContract(cloud, loadSchema(schema));

  it("lowers every concept, or says why it does not and what does instead", () => {
    const silent = Object.keys(SPECS).filter((concept) => !(concept in cloud.lower) && !(concept in (cloud.absent ?? {})));
    const both = Object.keys(cloud.absent ?? {}).filter((concept) => concept in cloud.lower);
    expect({ silent, both }).toEqual({ silent: [], both: [] });
  });

  it("is asked every statement, and lists what it has not", () => {
    const asked = new Set(cases.map(({ name }) => name.replace(/(?:, absent| in \S+)$/, "")));
    const statements = Object.entries(SPECS).flatMap(([concept, kinds]) => Object.keys(kinds).map((kind) => `${concept} ${kind}`));
    expect(statements.length).toBeGreaterThanOrEqual(75);
    expect([...asked].sort()).toEqual(statements.sort());
    const absences = new Set(cases.flatMap(({ name }) => (name.endsWith(", absent") ? [name.split(" ")[0]] : [])));
    expect([...absences].sort()).toEqual(Object.keys(cloud.absent ?? {}).sort());
  });

  it("has a case for every concept, spec and region that it offers it in", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    const offers = Object.keys(cloud.regions).flatMap((code) => Object.keys(placeIn(cloud, code).offers));
    expect(cases.length).toBeGreaterThanOrEqual(offers.length);
  });

  // One test per concept and spec: sixty regions each would drown the report.
  const groups = new Map<string, (typeof cases)[number][]>();
  for (const one of cases) {
    const group = one.name.replace(/ in \S+$/, "");
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }

  it.each([...groups.keys()])("keeps the contract: %s", (group) => {
    const failures = (groups.get(group) ?? []).flatMap(({ name, check }) => {
      try {
        check();
        return [];
      } catch (error) {
        return [`${name}\n${(error as Error).message}`];
      }
    });
    expect(failures).toEqual([]);
  });
});
