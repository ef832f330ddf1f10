import { expect, it } from "vitest";
import type { AnyCloud, Place } from "../../../clouds/contract/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { loadSchema } from "../../../clouds/schema/index.ts";
import { cloudContract } from "../../../testing/index.ts";

const at = ovh as unknown as (region: string) => Place;
const cases = cloudContract(ovh as unknown as AnyCloud, loadSchema("ovh"), at);

it("has cases for every concept that this suite has specs for, in every region", () => {
  expect(cases.length).toBeGreaterThan(25 * 50);
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
