import { describe, expect, it } from "vitest";
import { synthesize } from "./program.ts";
import { PROGRAMS } from "./programs.ts";

describe("refuses, and writes nothing:", () => {
  it.each(Object.entries(PROGRAMS))("%s", (_name, [rule, program]) => {
    // A place that the types refuse is refused when the construct is made, in a sentence.
    if (rule === "") return expect(() => synthesize((stack, app) => void program(stack, app))).toThrow(/is not approved|outside|approves/);
    const { refusal, written, leftovers } = synthesize((stack, app) => void program(stack, app));
    const refused = refusal?.report.findings
      .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
      .map((finding) => finding.rule);
    expect(refused ?? []).toContain(rule);
    expect(written).toBe(false);
    expect(leftovers).toEqual([]);
  });
});
