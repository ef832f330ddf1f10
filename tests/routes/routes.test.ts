import { describe, expect, it } from "vitest";
import { cluster, synthesize } from "./program.ts";
import { ROUTES } from "./routes.ts";

it("lets through what is inside", () => {
  const { refusal, written, leftovers } = synthesize((stack) => void cluster(stack, "k"));
  expect(refusal?.message).toBeUndefined();
  expect(written).toBe(true);
  expect(leftovers).toEqual([]);
});

const SKIPPING = { skipValidation: true };

describe.each([
  ["", {}],
  [" although validations are skipped", SKIPPING],
] as const)("refuses, and writes nothing%s:", (_, props) => {
  // A validation that does not run changes nothing.
  const routes = Object.entries(ROUTES).filter(([name]) => props !== SKIPPING || !name.startsWith("a validation"));
  it.each(routes)("%s", (_name, [rule, program]) => {
    const { refusal, written, leftovers } = synthesize((stack, app) => void program(stack, app), props);
    const refused = refusal?.report.findings
      .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
      .map((finding) => finding.rule);
    expect(refused ?? []).toContain(rule);
    expect(written).toBe(false);
    expect(leftovers).toEqual([]);
  });
});
