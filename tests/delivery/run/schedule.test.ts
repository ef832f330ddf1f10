import fc from "fast-check";
import { expect, it } from "vitest";
import { schedule } from "../../../delivery/run/schedule.ts";

it("visits each piece once, after all that it waits for, and never too many at once", async () => {
  const edges = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(edges, fc.integer({ min: 1, max: 5 }), async (pairs, parallel) => {
      const pieces = Array.from({ length: 15 }, (_, i) => ({
        name: `p${i}`,
        after: [...new Set(pairs.flatMap(([a, b]) => (a === i && b < i ? [`p${b}`] : [])))],
      }));
      const done = new Set<string>();
      let [running, most] = [0, 0];
      await schedule(pieces, parallel, async (name) => {
        expect(done.has(name)).toBe(false);
        for (const before of pieces.find((one) => one.name === name)?.after ?? []) expect(done.has(before)).toBe(true);
        most = Math.max(most, ++running);
        await new Promise((next) => setImmediate(next));
        running -= 1;
        done.add(name);
      });
      expect(done.size).toBe(15);
      expect(most).toBeLessThanOrEqual(parallel);
    }),
    { numRuns: 50 },
  );
});

it("ends with the first error of a visitor", async () => {
  const pieces = [
    { name: "a", after: [] },
    { name: "b", after: ["a"] },
  ];
  await expect(schedule(pieces, 2, async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
});
