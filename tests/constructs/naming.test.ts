import { Construct } from "constructs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { nameOf } from "../../constructs/index.ts";
import { stackAt } from "./in-stack.ts";

const at = (...ids: readonly string[]): Construct => {
  let scope: Construct = stackAt();
  for (const id of ids) scope = new Construct(scope, id);
  return scope;
};

it.each([
  [["media"], "shop-media"],
  [["a", "b"], "shop-a-b"],
  [["Media"], /^shop-media-[0-9a-f]{6}$/],
  [["médias & co"], /^shop-m-dias-co-[0-9a-f]{6}$/],
  [["x".repeat(80)], /^shop-x{48}-[0-9a-f]{6}$/],
  [["日本"], /^shop-[0-9a-f]{6}$/],
])("names %j", (ids, name) => {
  const made = nameOf(at(...ids));
  if (typeof name === "string") expect(made).toBe(name);
  else expect(made).toMatch(name);
});

it("tells apart what would meet in one name", () => {
  const names = [["Media"], ["media"], ["mEdia"], ["me dia"], ["me_dia"], ["x".repeat(80)], ["x".repeat(81)]].map((ids) =>
    nameOf(at(...ids)),
  );
  expect(new Set(names).size).toBe(names.length);
});

it("is always a name that products take, within the length they take, and the same again", () => {
  fc.assert(
    fc.property(
      fc.array(
        // The library keeps children in an object, and takes names of its prototype for taken.
        fc.string({ minLength: 1, maxLength: 40 }).filter((id) => !id.includes("/") && !(id in {})),
        { minLength: 1, maxLength: 3 },
      ),
      fc.integer({ min: 12, max: 60 }),
      (ids, max) => {
        const name = nameOf(at(...ids), { max });
        expect(name).toMatch(/^[a-z][a-z0-9-]*[a-z0-9]$/);
        expect(name.length).toBeLessThanOrEqual(max);
        expect(nameOf(at(...ids), { max })).toBe(name);
      },
    ),
    { numRuns: 60 },
  );
});
