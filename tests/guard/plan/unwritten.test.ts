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
  ["a block that may stand once", { timeouts: one }, "timeouts.unit", { timeouts: {} }, true],
])("%s", (_, expressions, path, value, expected) => {
  expect(neverWritten(expressions, path, value)).toBe(expected);
});
