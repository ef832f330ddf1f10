import { expect, it } from "vitest";
import type { Json } from "../../../guard/index.ts";
import { neverWritten } from "../../../guard/views/plan/unwritten.ts";

const one = { name: { constant_value: "x" } };

it.each<[string, Json, string, Json, boolean]>([
  ["an attribute that is not written", {}, "region", {}, true],
  ["one that is", { region: { references: ["var.r"] } }, "region", {}, false],
  ["what a block leaves out", { volume: [one] }, "volume[0].unit", { volume: [{ name: "x" }] }, true],
  ["what it writes", { volume: [{ unit: { references: ["var.u"] } }] }, "volume[0].unit", { volume: [{}] }, false],
  ["what one of two writes", { volume: [one, { unit: {} }] }, "volume[0].unit", { volume: [{}, {}] }, false],
  ["more blocks than are written", { volume: [one] }, "volume[1].unit", { volume: [{}, {}] }, false],
  ["blocks that only a dynamic one makes", {}, "volume[0].unit", { volume: [{}] }, false],
  ["a block within a block", { nic: [{ firewall: [one] }] }, "nic[0].firewall[0].unit", { nic: [{ firewall: [{}] }] }, true],
  ["an attribute that an expression gives as a whole", { volume: { references: ["var.v"] } }, "volume.unit", { volume: {} }, false],
  ["what an object that is written out leaves out", { spec: { constant_value: { plan: "x" } } }, "spec.unit", {}, true],
  ["what it sets to null", { spec: { constant_value: { unit: null } } }, "spec.unit", {}, true],
  ["what it writes", { spec: { constant_value: { unit: "x" } } }, "spec.unit", {}, false],
  ["an object within, of which one is left out", { spec: { constant_value: { in: {} } } }, "spec.in.unit", {}, true],
  [
    "an object that has a computed name",
    { spec: { constant_value: { "${var.name}": "x" }, references: ["var.name"] } },
    "spec.unit",
    {},
    false,
  ],
  ["an object that an expression gives", { spec: { constant_value: "${var.spec}", references: ["var.spec"] } }, "spec.unit", {}, false],
  ["a block that may stand once", { timeouts: one }, "timeouts.unit", { timeouts: {} }, true],
])("%s", (_, expressions, path, value, expected) => {
  expect(neverWritten(expressions, path, value)).toBe(expected);
});

it("knows that a list is left out of an object that is written out, and not whether blocks are made where none is written", () => {
  const spec = { spec: { constant_value: { plan: "x" } } };
  expect(neverWritten(spec, "spec.ranges", {}, true)).toBe(true);
  expect(neverWritten(spec, "ranges", {}, true)).toBe(false);
});
