import { expect, it } from "vitest";
import { house } from "./house.ts";

/** Tables of facts and generated files are as long as the facts are many. */
const TABLE =
  /(?:profiles|regions|placements|readings|types|operators|countries|providers|adequacy)(?:\/[^/]+)?\.ts$|clouds\/[^/]+\/pulumi\.ts$|generated/;

const MODULES = house().filter(({ file }) => !TABLE.test(file));

it("keeps every file under 300 lines", () => {
  expect(MODULES.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
});

it("keeps files small: median at most 60 lines, nine of ten at most 150", () => {
  const lines = MODULES.map((module) => module.lines).sort((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(60);
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(150);
});
