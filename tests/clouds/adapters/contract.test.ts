import { describe, expect, it } from "vitest";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { cloudContract, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

/** What the contract asks of whichever cloud, by the first of them. */
const STATEMENTS = [
  ...new Set(
    ADAPTERS.slice(0, 1).flatMap(([name, cloud]) =>
      cloudContract(cloud, loadSchema(name)).map((one) => one.name.replace(/(?:, absent| in \S+)$/, "")),
    ),
  ),
].sort();

it("asks some 150 statements", () => {
  expect(STATEMENTS.length).toBeGreaterThanOrEqual(150);
});

describe.each(ADAPTERS)("%s", (schema, cloud) => {
  const cases = cloudContract(cloud, loadSchema(schema));

  it("lowers every concept, or says why it does not and what does instead", () => {
    const silent = Object.keys(SPECS).filter((concept) => !(concept in cloud.lower) && !(concept in (cloud.absent ?? {})));
    const both = Object.keys(cloud.absent ?? {}).filter((concept) => concept in cloud.lower);
    expect({ silent, both }).toEqual({ silent: [], both: [] });
  });

  it("is asked the same statements as every other, and lists what it has not", () => {
    const asked = new Set(cases.map(({ name }) => name.replace(/(?:, absent| in \S+)$/, "")));
    expect([...asked].sort()).toEqual(STATEMENTS);
    const absences = new Set(cases.flatMap(({ name }) => (name.endsWith(", absent") ? [name.split(" ")[0]] : [])));
    expect([...absences].sort()).toEqual(Object.keys(cloud.absent ?? {}).sort());
  });

  it("has a case for every concept, spec and region that it offers it in", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    const offers = Object.keys(cloud.regions).flatMap((code) => Object.keys(placeIn(cloud, code).offers));
    expect(cases.length).toBeGreaterThanOrEqual(offers.length);
  });

  it("names, where it lacks something, only other clouds that have it", () => {
    const names = new Map(ADAPTERS);
    const wrong = Object.entries(cloud.absent ?? {}).flatMap(([concept, { instead }]) =>
      (/another European cloud[^:]*: ([a-z, ]+)\./.exec(instead)?.[1] ?? "")
        .split(", ")
        .filter((other) => other !== "" && !(concept in (names.get(other)?.lower ?? {})))
        .map((other) => `${concept}: ${other}`),
    );
    expect(wrong).toEqual([]);
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
