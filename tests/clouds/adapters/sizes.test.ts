import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../catalogue/index.ts";
import { lastFreeBlock, type MachineSizes, machineName, overlaps, parseCidr } from "../../../clouds/contract/index.ts";
import { sizeNamed } from "../../../clouds/contract/machine-size.ts";
import { ROOT } from "../../architecture/house.ts";

const folder = (cloud: string) => join(ROOT, "clouds", cloud, "sizes.ts");
const TABLES: readonly (readonly [cloud: string, sizes: MachineSizes])[] = await Promise.all(
  readdirSync(join(ROOT, "clouds"))
    .filter((cloud) => existsSync(folder(cloud)))
    .map(async (cloud) => [cloud, ((await import(folder(cloud))) as { readonly machineSizes: MachineSizes }).machineSizes] as const),
);

describe.each(TABLES)("%s", (_, table) => {
  it("gives the smallest size that has at least both", () => {
    const sizes = Object.values(table.sizes);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 256 }), (cpus, memory) => {
        const fits = sizes.filter(([c, m]) => c >= cpus && m >= memory);
        if (fits.length === 0) {
          expect(() => machineName("It", { cpus, memory }, table)).toThrow(InputError);
          return;
        }
        const [c, m] = table.sizes[machineName("It", { cpus, memory }, table)] ?? [0, 0];
        expect(c >= cpus && m >= memory).toBe(true);
        expect(fits.some(([other, more]) => other < c || (other === c && more < m))).toBe(false);
      }),
    );
  });

  it("takes the operator's own name as it is", () => {
    expect(machineName("It", { name: "x1-huge" }, table)).toBe("x1-huge");
  });
});

it.each([
  ["ovh", "b3-8", [2, 8]],
  ["ovh", "c3-8", [4, 8]],
  ["ovh", "r3-32", [4, 32]],
  ["ovh", "d2-4", [2, 4]],
  ["ovh", "b3-640", [160, 640]],
  ["ovh", "toString", undefined],
  ["outscale", "tinav5.c4r7p1", [4, 7]],
  ["outscale", "tinav6.c4", undefined],
  ["scaleway", "POP2-HM-4C-32G", [4, 32]],
  ["scaleway", "STANDARD3-X-2C-8G", [2, 8]],
  ["scaleway", "POP2-HN-3", undefined],
])("knows what %s means by %s, though nobody gets it who asks by processors and memory", (cloud, name, size) => {
  const [, table] = TABLES.find(([one]) => one === cloud) ?? [];
  expect(table === undefined ? "no table" : sizeNamed(name, table)).toEqual(size);
});

it.each([
  ["10.0.0.0/16", [], 28, "10.0.255.240/28"],
  ["10.0.0.0/16", ["10.0.255.0/24"], 28, "10.0.254.240/28"],
  ["10.0.0.0/24", ["10.0.0.0/24"], 28, undefined],
  ["10.0.0.0/24", ["10.0.0.0/25", "10.0.0.192/26"], 28, "10.0.0.176/28"],
])("finds the last free block of %s less %j", (within, taken, prefix, found) => {
  expect(lastFreeBlock(within, taken, prefix)).toBe(found);
});

it("never gives a block that is taken", () => {
  const block = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 20, max: 28 })).map(([third, prefix]) => {
    const size = 2 ** (32 - prefix);
    const first = Math.floor((third * 256) / size) * size;
    return `10.0.${Math.floor(first / 256)}.${first % 256}/${prefix}`;
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (taken) => {
      const found = lastFreeBlock("10.0.0.0/16", taken, 28);
      if (found !== undefined) for (const one of taken) expect(overlaps(parseCidr(one), parseCidr(found))).toBe(false);
    }),
  );
});
