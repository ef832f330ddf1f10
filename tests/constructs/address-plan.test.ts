import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, overlaps, parseCidr } from "../../clouds/contract/index.ts";
import { AddressPlan } from "../../constructs/index.ts";

describe("an address plan", () => {
  it("gives blocks first fit, in the order of the calls", () => {
    const plan = new AddressPlan("10.0.0.0/8");
    expect(plan.allocate("hub", 16).cidr).toBe("10.0.0.0/16");
    expect(plan.allocate("small", 24).cidr).toBe("10.1.0.0/24");
    expect(plan.allocate("shop", 16).cidr).toBe("10.2.0.0/16");
    expect(plan.allocate("tiny", 28).cidr).toBe("10.1.1.0/28");
    expect(plan.allocations).toEqual([
      { name: "hub", cidr: "10.0.0.0/16" },
      { name: "small", cidr: "10.1.0.0/24" },
      { name: "shop", cidr: "10.2.0.0/16" },
      { name: "tiny", cidr: "10.1.1.0/28" },
    ]);
  });

  it("goes around what is reserved", () => {
    const plan = new AddressPlan("10.0.0.0/14");
    plan.reserve("office", "10.1.0.0/16");
    expect([plan.allocate("a", 16), plan.allocate("b", 16)].map(({ cidr }) => cidr)).toEqual(["10.0.0.0/16", "10.2.0.0/16"]);
  });

  it("cuts what it gave further", () => {
    const hub = new AddressPlan("10.0.0.0/8").allocate("hub", 16);
    expect([hub.allocate("a", 24), hub.allocate("b", 24)].map(({ cidr }) => cidr)).toEqual(["10.0.0.0/24", "10.0.1.0/24"]);
  });

  it("can be the whole internet's addresses, and can be one address", () => {
    expect(new AddressPlan("0.0.0.0/0").allocate("half", 1).cidr).toBe("0.0.0.0/1");
    const one = new AddressPlan("10.0.0.7/32");
    expect(one.allocate("it", 32).cidr).toBe("10.0.0.7/32");
    expect(() => one.allocate("more", 32)).toThrow("has no free /32");
  });

  it("numbers VLANs, the same for the same name", () => {
    const plan = new AddressPlan("10.0.0.0/8");
    expect([plan.vlan("hub"), plan.vlan("shop"), plan.vlan("hub")]).toEqual([2, 3, 2]);
  });

  it.each<[string, (plan: AddressPlan) => unknown, string]>([
    [
      "an overlap",
      (plan) => plan.reserve("b", "10.0.1.0/24"),
      'Address plan 10.0.0.0/16 cannot give 10.0.1.0/24 to "b": it overlaps 10.0.0.0/22, which is "a"\'s.',
    ],
    [
      "a name twice",
      (plan) => plan.allocate("a", 24),
      'Address plan 10.0.0.0/16 has given "a" 10.0.0.0/22 already. Names are unique: choose another for 10.0.4.0/24.',
    ],
    [
      "what lies outside",
      (plan) => plan.reserve("b", "10.1.0.0/24"),
      'Address plan 10.0.0.0/16 cannot reserve 10.1.0.0/24 for "b": it lies outside the plan.',
    ],
    [
      "what is larger than all",
      (plan) => plan.reserve("b", "10.0.0.0/8"),
      'Address plan 10.0.0.0/16 cannot reserve 10.0.0.0/8 for "b": it lies outside the plan.',
    ],
    [
      "no block",
      (plan) => plan.reserve("b", "10.0.0.9/24"),
      'Address plan 10.0.0.0/16 cannot reserve "10.0.0.9/24" for "b": it has host bits set: 10.0.0.0/24 is the block that holds it.',
    ],
    [
      "a plan that is full",
      (plan) => plan.allocate("b", 16),
      'Address plan 10.0.0.0/16 has no free /16 for "b". Given so far: a 10.0.0.0/22. Ask for a smaller block, or start from a larger plan.',
    ],
    [
      "more than there is",
      (plan) => plan.allocate("b", 8),
      'Address plan 10.0.0.0/16 cannot give "b" a /8: say a whole number from 16 to 32.',
    ],
    [
      "half an address",
      (plan) => plan.allocate("b", 33),
      'Address plan 10.0.0.0/16 cannot give "b" a /33: say a whole number from 16 to 32.',
    ],
    [
      "no number",
      (plan) => plan.allocate("b", Number.NaN),
      'Address plan 10.0.0.0/16 cannot give "b" a /NaN: say a whole number from 16 to 32.',
    ],
  ])("refuses %s", (_what, act, message) => {
    const plan = new AddressPlan("10.0.0.0/16");
    plan.allocate("a", 22);
    expect(() => act(plan)).toThrow(message);
  });

  it("refuses to begin with no block", () => {
    expect(() => new AddressPlan("10.0.0.0")).toThrow('Address plan: "10.0.0.0" is not an IPv4 block such as 10.0.0.0/16.');
  });

  it("never gives an address twice, and gives everything before it says that there is no more", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 24, max: 30 }), { maxLength: 40 }), (sizes) => {
        const plan = new AddressPlan("10.0.0.0/24");
        const given: string[] = [];
        let free = 256;
        for (const [n, prefix] of sizes.entries()) {
          try {
            given.push(plan.allocate(`n${n}`, prefix).cidr);
            free -= 2 ** (32 - prefix);
          } catch {
            // Refused: then no aligned block of that size is free.
            const size = 2 ** (32 - prefix);
            const fits = Array.from({ length: 256 / size }, (_, i) => `10.0.0.${i * size}/${prefix}`).filter((text) =>
              given.every((other) => !overlaps(parseCidr(other), parseCidr(text))),
            );
            expect(fits).toEqual([]);
          }
        }
        expect(free).toBeGreaterThanOrEqual(0);
        for (const [i, a] of given.entries()) {
          expect(contains(parseCidr("10.0.0.0/24"), parseCidr(a))).toBe(true);
          for (const b of given.slice(i + 1)) expect(overlaps(parseCidr(a), parseCidr(b))).toBe(false);
        }
      }),
    );
  });
});
