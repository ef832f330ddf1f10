import { describe, expect, it } from "vitest";
import { isTemplate } from "../../../guard/values/language/index.ts";
import { members } from "../../../guard/values/sets.ts";
import { ask, engines, functionsOf } from "./engines.ts";
import { evaluated } from "./evaluating.ts";
import { EXPRESSIONS, ONLY_OPENTOFU, TRAPS } from "./expressions.ts";

describe.each(engines)("what %s computes", (engine) => {
  const asked = functionsOf(engine).includes("urldecode") ? [...EXPRESSIONS, ...ONLY_OPENTOFU] : EXPRESSIONS;
  const answers = ask(engine, asked);
  it.each(asked.map((expression, index) => [expression, answers[index]] as const))("%s", (expression, answer) => {
    expect(isTemplate(`\${${expression}}`)).toBe(true);
    const ours = evaluated(`\${${expression}}`);
    if (ours.kind === "absent") return expect(answer).toBe(null);
    // What we do not compute exactly we leave unknown; that is never wrong, and the next test says how often it may be.
    if (ours.kind !== "unknown") expect(inOrder(ours)).toEqual({ known: answer });
  });

  const caught = ask(engine, TRAPS);
  it.each(TRAPS.map((trap, index) => [trap, caught[index]] as const))("can be the result here as well: %s", (trap, answer) => {
    const ours = members(evaluated(`\${${trap}}`));
    if (ours !== undefined) expect(ours).toContainEqual(answer);
  });

  it("is computed here, too, nearly always", () => {
    const unknown = EXPRESSIONS.filter((expression) => evaluated(`\${${expression}}`).kind === "unknown");
    expect(unknown).toEqual([
      // Lists and tuples look alike, and are never equal.
      "[1] == [1]",
      "{a = 1} == {a = 1}",
      `"1" == 1`,
      `true == "true"`,
    ]);
  });
});

it("was asked of one engine at least", () => {
  expect(engines.length).toBeGreaterThan(0);
});

function inOrder(value: ReturnType<typeof evaluated>): unknown {
  return value.kind === "known" ? { known: value.value } : value;
}
