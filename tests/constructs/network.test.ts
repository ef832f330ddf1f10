import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { AddressPlan, Anywhere, DataCentre, Firewall, Network } from "../../constructs/index.ts";
import { GRA, ofType, only, PAR, refusal, stackAt } from "./in-stack.ts";

const NET = "ovh_cloud_network_private_vrack";
const SUBNET = "ovh_cloud_network_private_vrack_subnet";
const GROUP = "ovh_cloud_security_group";

describe("a network", () => {
  it("is private, with one subnet and a way out", () => {
    const stack = stackAt();
    const network = new Network(stack, "network");
    expect(only(stack, NET)).toEqual({ service_name: "p", region: "GRA11", name: "shop-network" });
    expect(only(stack, SUBNET)).toMatchObject({
      cidr: "10.0.0.0/20",
      gateway_ip: "10.0.0.1",
      network_id: expect.stringMatching(/^\$\{ovh_cloud_network_private_vrack\.network_\w+\.id\}$/),
    });
    expect(only(stack, "ovh_cloud_gateway")).toMatchObject({ region: "GRA11", external_gateway: { enabled: true, model: "S" } });
    expect(network.resources.map(({ terraformResourceType }) => terraformResourceType)).toEqual([NET, SUBNET, "ovh_cloud_gateway"]);
  });

  it("has one subnet per zone when asked, within its own addresses", () => {
    const stack = stackAt(PAR);
    const network = new Network(stack, "network", { perZone: true, addresses: "10.8.0.0/16" });
    expect(network.subnets.map(({ id, cidr, zone }) => [id, cidr, zone])).toEqual([
      ["eu-west-par-a", "10.8.0.0/20", "eu-west-par-a"],
      ["eu-west-par-b", "10.8.16.0/20", "eu-west-par-b"],
      ["eu-west-par-c", "10.8.32.0/20", "eu-west-par-c"],
    ]);
    expect(network.subnet({ zone: "eu-west-par-b" }).cidr).toBe("10.8.16.0/20");
  });

  it("cuts a small network into as many zones as there are", () => {
    const network = new Network(stackAt(PAR), "network", { perZone: true, addresses: "10.8.0.0/24" });
    expect(network.subnets.map(({ cidr }) => cidr)).toEqual(["10.8.0.0/26", "10.8.0.64/26", "10.8.0.128/26"]);
  });

  it("takes subnets as they are said, a size of gateway, a VLAN, a plan", () => {
    const plan = new AddressPlan("10.0.0.0/8");
    const stack = stackAt();
    const network = new Network(stack, "network", {
      addresses: plan.allocate("shop", 16),
      vlan: plan.vlan("shop"),
      gateway: "large",
      subnets: { web: { addresses: "10.0.1.0/24" }, data: { addresses: "10.0.2.0/24" } },
    });
    expect(network.cidr).toBe("10.0.0.0/16");
    expect(
      Object.values(ofType(stack, SUBNET))
        .map(({ cidr, name }) => [name, cidr])
        .sort(),
    ).toEqual(
      [
        ["shop-network-data", "10.0.2.0/24"],
        ["shop-network-web", "10.0.1.0/24"],
      ].sort(),
    );
    expect(only(stack, NET)).toMatchObject({ vlan_id: 2 });
    expect(only(stack, "ovh_cloud_gateway")).toMatchObject({ external_gateway: { model: "L" } });
  });

  it("stands where its data centre stands", () => {
    const stack = stackAt();
    new Network(new DataCentre(stack, "south", { at: ovh("SBG5") }), "network");
    expect(only(stack, NET)).toMatchObject({ region: "SBG5", name: "shop-south-network" });
  });

  it("may say aloud that it will never meet another", () => {
    const stack = stackAt();
    new Network(stack, "a");
    expect(() => new Network(stack, "b", { isolated: true })).not.toThrow();
    expect(() => new Network(stackAt(), "a")).not.toThrow();
  });

  it.each<[string, () => unknown, string]>([
    [
      "addresses that another has",
      () => {
        const stack = stackAt();
        new Network(stack, "hub");
        new Network(stack, "shop", { addresses: "10.0.128.0/17" });
      },
      'shop/shop: its addresses 10.0.128.0/17 overlap 10.0.0.0/16 of shop/hub. Give each network addresses of its own, best from one plan: const plan = new AddressPlan("10.0.0.0/8"), then { addresses: plan.allocate("shop", 16) }; or say { isolated: true } if the two will never meet.',
    ],
    [
      "addresses that are none",
      () => new Network(stackAt(), "n", { addresses: "10.0.0.1/16" }),
      'Address plan: "10.0.0.1/16" has host bits set: 10.0.0.0/16 is the block that holds it.',
    ],
    [
      "subnets that overlap",
      () => new Network(stackAt(), "n", { subnets: { a: { addresses: "10.0.0.0/20" }, b: { addresses: "10.0.8.0/24" } } }),
      'Address plan shop/n cannot give 10.0.8.0/24 to "b": it overlaps 10.0.0.0/20, which is "a"\'s.',
    ],
    [
      "a subnet outside",
      () => new Network(stackAt(), "n", { subnets: { a: { addresses: "10.1.0.0/20" } } }),
      'Address plan shop/n cannot reserve 10.1.0.0/20 for "a": it lies outside the plan.',
    ],
    [
      "no subnets",
      () => new Network(stackAt(), "n", { subnets: {} }),
      "shop/n: { subnets } is empty: a network without a subnet holds nothing. Leave it out for one subnet.",
    ],
    [
      "zones where there is one",
      () => new Network(stackAt(GRA), "n", { perZone: true }),
      "shop/n: { perZone: true } needs a place with several zones; ovh:GRA11 has one. Leave it out, or choose a region of three zones.",
    ],
    [
      "a zone that is not there",
      () => new Network(stackAt(PAR), "n", { subnets: { a: { addresses: "10.0.0.0/20", zone: "eu-west-par-d" } } }),
      'shop/n: ovh:EU-WEST-PAR has no zone "eu-west-par-d". It has: eu-west-par-a, eu-west-par-b, eu-west-par-c.',
    ],
    [
      "a zone where there is one",
      () => new Network(stackAt(), "n", { subnets: { a: { addresses: "10.0.0.0/20", zone: "a" } } }),
      'shop/n: ovh:GRA11 has no zone "a". It has one zone only: leave out { zone }.',
    ],
    [
      "both ways of saying subnets",
      () => new Network(stackAt(PAR), "n", { perZone: true, subnets: { a: { addresses: "10.0.0.0/20" } } }),
      "shop/n: { subnets } and { perZone } are given. Give one: { perZone: true } makes the subnets itself.",
    ],
    [
      "a VLAN that is none",
      () => new Network(stackAt(), "n", { vlan: 4095 }),
      "shop/n: { vlan: 4095 } is no VLAN number: they go from 1 to 4094.",
    ],
    [
      "a VLAN in a local zone",
      () => new Network(stackAt(ovh("EU-WEST-LZ-LUX-A")), "n", { vlan: 7 }),
      "shop/n: Network shop-n asks for VLAN 7, which OVHcloud's local zones do not take. Leave out { vlan }: EU-WEST-LZ-LUX-A chooses one.",
    ],
    [
      "a subnet that it has not",
      () => new Network(stackAt(), "n").subnet({ id: "web" }),
      'shop/n: there is no subnet named "web". There are: main.',
    ],
  ])("refuses %s", (_what, act, message) => expect(refusal(act)).toBe(message));
});

describe("a firewall", () => {
  it("lets nothing in", () => {
    const stack = stackAt();
    new Firewall(stack, "wall");
    expect(only(stack, GROUP)).toEqual({ service_name: "p", region: "GRA11", name: "shop-wall", description: "Lets nothing in", rule: [] });
  });

  it("knows peers by what they are", () => {
    const stack = stackAt(PAR);
    const network = new Network(stack, "network", { perZone: true, addresses: "10.8.0.0/24" });
    const front = new Firewall(stack, "front", { inbound: [{ from: Anywhere, ports: 443, why: "the shop" }] });
    new Firewall(stack, "back", {
      inbound: [
        { from: network, ports: [8000, 8080] },
        { from: front, ports: 5432 },
        { from: "198.51.100.7/32", protocol: "icmp" },
      ],
    });
    const rules = Object.values(ofType(stack, GROUP)).map(({ name, rule }) => [
      name,
      (rule as { remote_ip_prefix?: string; description: string }[]).map(({ remote_ip_prefix, description }) => [
        remote_ip_prefix,
        description,
      ]),
    ]);
    expect(Object.fromEntries(rules)).toEqual({
      "shop-front": [["0.0.0.0/0", "the shop"]],
      "shop-back": [
        ["10.8.0.0/26", "tcp 8000-8080 from 10.8.0.0/26"],
        ["10.8.0.64/26", "tcp 8000-8080 from 10.8.0.64/26"],
        ["10.8.0.128/26", "tcp 8000-8080 from 10.8.0.128/26"],
        [undefined, "tcp 5432 from another firewall"],
        ["198.51.100.7/32", "icmp from 198.51.100.7/32"],
      ],
    });
  });

  it.each<[string, ConstructorParameters<typeof Firewall>[2], string]>([
    [
      "the internet by its number",
      { inbound: [{ from: "0.0.0.0/0", ports: 22 }] },
      'shop/wall: { from: "0.0.0.0/0" } is nearly the whole internet. Name who it is, or say it aloud: { from: Anywhere }.',
    ],
    [
      "half the internet",
      { inbound: [{ from: "128.0.0.0/1", ports: 22 }] },
      'shop/wall: { from: "128.0.0.0/1" } is nearly the whole internet. Name who it is, or say it aloud: { from: Anywhere }.',
    ],
    ["a name", { inbound: [{ from: "office", ports: 22 }] }, 'shop/wall: { from: "office" } is not an IPv4 block such as 10.0.0.0/16.'],
    [
      "a port that is none",
      { inbound: [{ from: Anywhere, ports: 0 }] },
      "shop/wall: { ports: 0 } is no port or range: say one from 1 to 65535, or [from, to].",
    ],
    [
      "a range backwards",
      { inbound: [{ from: Anywhere, ports: [443, 80] }] },
      "shop/wall: { ports: [443,80] } is no port or range: say one from 1 to 65535, or [from, to].",
    ],
    [
      "ports of a ping",
      { inbound: [{ from: Anywhere, protocol: "icmp", ports: 1 }] },
      'shop/wall: a rule has { protocol: "icmp" } and ports: only TCP and UDP have any.',
    ],
    [
      "a peer that is nobody",
      { inbound: [{ from: null as unknown as string, ports: 1 }] },
      "shop/wall: { inbound: [{ from: null }] } is none of these: Anywhere, Firewall, Network, a text.",
    ],
    [
      "a narrow way out where the cloud has none",
      { outbound: [{ to: "10.0.0.0/8", ports: 443 }] },
      "shop/wall: Firewall shop-wall narrows what goes out, which OVHcloud's security groups cannot do: the operator adds rules of its own that let everything out. Leave out { outbound } and close the network instead, { gateway: false }, or filter on the machines.",
    ],
  ])("refuses %s", (_what, props, message) => expect(refusal(() => new Firewall(stackAt(), "wall", props))).toBe(message));
});
