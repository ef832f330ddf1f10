import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressIn, contains, formatCidr, overlaps, parseCidr, sizeOf } from "../../clouds/contract/index.ts";

const block = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 })).map(([address, prefix]) => {
  const size = 2 ** (32 - prefix);
  return { first: address - (address % size), prefix };
});

describe("blocks of addresses", () => {
  it.each([
    ["10.0.0.0/8", 10 * 2 ** 24, 8],
    ["0.0.0.0/0", 0, 0],
    ["255.255.255.255/32", 2 ** 32 - 1, 32],
    ["192.168.128.0/17", 3232268288, 17],
  ])("reads %s", (text, first, prefix) => expect(parseCidr(text)).toEqual({ first, prefix }));

  it.each<readonly [string, string]>([
    ["10.0.0.1/8", "has host bits set: 10.0.0.0/8 is the block that holds it"],
    ["10.0.0.0/33", "has a prefix longer than 32"],
    ["10.0.0.256/32", "has a number above 255"],
    ["010.0.0.0/8", "has a number with a leading zero"],
    ["10.0.0.0/08", "has a number with a leading zero"],
    ...[
      "10.0.0.0",
      "",
      "10.0.0/8",
      "10.0.0.0/8 ",
      " 10.0.0.0/8",
      "10.0.0.0/-1",
      "a.b.c.d/8",
      "::/0",
      "2001:db8::/32",
      "0x0a.0.0.0/8",
      "10.0.0.0/8\n",
      "1e1.0.0.0/8",
      "10.0.0.0/ 8",
    ].map((text) => [text, "is not an IPv4 block such as 10.0.0.0/16"] as const),
  ])("refuses %j", (text, why) => expect(() => parseCidr(text)).toThrow(why));

  it("writes what it reads", () => {
    fc.assert(
      fc.property(block, (one) => {
        expect(parseCidr(formatCidr(one))).toEqual(one);
      }),
    );
  });

  it("overlaps exactly when there is an address in both", () => {
    const small = fc
      .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }))
      .map(([address, prefix]) => ({ first: address - (address % 2 ** (32 - prefix)), prefix }));
    const addresses = (one: { first: number; prefix: number }) => new Set(Array.from({ length: sizeOf(one) }, (_, n) => one.first + n));
    fc.assert(
      fc.property(small, small, (a, b) => {
        const both = [...addresses(a)].some((address) => addresses(b).has(address));
        expect(overlaps(a, b)).toBe(both);
        expect(overlaps(b, a)).toBe(both);
        expect(contains(a, b)).toBe([...addresses(b)].every((address) => addresses(a).has(address)));
      }),
    );
  });

  it("counts addresses from the block's own", () => {
    expect(addressIn(parseCidr("10.0.255.0/24"), 1)).toBe("10.0.255.1");
    expect(addressIn(parseCidr("10.0.255.0/23".replace("255", "254")), 256)).toBe("10.0.255.0");
  });
});
