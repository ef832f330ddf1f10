import { expect, it } from "vitest";
import { Lookup } from "../../../guard/views/plan/lookup.ts";

const HEADS = [
  ["ovh_a.x", "ovh_a"],
  ["ovh_a.y", "ovh_b"],
  ['module.m["a.b"].ovh_a.y', "ovh_a"],
  ["ovh_a.y[0]", "ovh_a"],
  ["nothing", "ovh_a"],
  ["data.ovh_a.x", "ovh_a"],
] as const;

const lookup = new Lookup({
  length: HEADS.length,
  parts: [HEADS.length],
  headAt: (index) => HEADS[index] ?? ["", ""],
  subjectAt: (index) => ({
    kind: "resource",
    address: HEADS[index]?.[0] ?? "",
    type: HEADS[index]?.[1] ?? "",
    block: undefined,
    read: () => [],
    says: () => false,
  }),
});

it("finds whoever is at an address, whatever type it says", () => {
  for (const [address, type] of HEADS) expect(lookup.find(address)).toMatchObject({ address, type });
  expect(lookup.find("ovh_b.y")).toBeUndefined();
});

it("finds resources by their type, in their order, and instances by their address without keys", () => {
  expect([...lookup.ofType("ovh_a")].map(({ address }) => address)).toEqual(
    HEADS.flatMap(([address, type]) => (type === "ovh_a" ? [address] : [])),
  );
  expect([...lookup.ofType("ovh_b")].map(({ address }) => address)).toEqual(["ovh_a.y"]);
  expect(lookup.instancesOf("ovh_a.y")).toEqual(["ovh_a.y", "ovh_a.y[0]"]);
  expect(lookup.instancesOf("module.m.ovh_a.y")).toEqual(['module.m["a.b"].ovh_a.y']);
});
