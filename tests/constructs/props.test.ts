/** Props as a caller without a compiler writes them. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../catalogue/index.ts";
import { ovh } from "../../clouds/ovh/index.ts";
import * as constructs from "../../constructs/index.ts";
import { PROPS } from "../../constructs/props/generated.ts";
import * as stacks from "../../stacks/index.ts";
import { PROPS as STACKS } from "../../stacks/props/generated.ts";

type Made = new (scope: unknown, id: string, props: unknown, ...more: unknown[]) => unknown;
type Extendable = new (scope: unknown, id: string, props: unknown) => object;
const { Bucket, Cluster, Database, Firewall, Instance, Network, SovereignApp, SovereignStack } = constructs as unknown as Record<
  string,
  Made
>;

const ALL = Object.entries({ ...constructs, ...stacks }).filter(([name]) => name in PROPS || name in STACKS) as unknown as readonly [
  string,
  Made,
][];

function stack(): unknown {
  const app = new (SovereignApp as unknown as new () => unknown)();
  return new (SovereignStack as Made)(app, "shop", { at: ovh("GRA11") });
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "accepted";
}

it("knows every construct", () => {
  const classes = Object.entries({ ...constructs, ...stacks }).filter(
    ([, one]) => /^class\b/.test(String(one)) && (one as { length: number }).length >= 2,
  );
  const without = classes.map(([name]) => name).filter((name) => !ALL.some(([known]) => known === name));
  // What a program is given, and does not make.
  expect(without).toEqual(["Access", "AddressPlan"].filter((name) => without.includes(name)));
  expect(ALL.length).toBeGreaterThan(30);
});

describe("an unknown prop is refused", () => {
  it.each(ALL)("by %s", (name, made) => {
    const props = { nobodyHasThis: 1 };
    expect(refusal(() => (name === "SovereignApp" ? new made(props, "", {}) : new made(stack(), "one", props)))).toMatch(
      / has no \{ nobodyHasThis \}\. It takes /,
    );
  });
});

describe("a company's own class", () => {
  class Archive extends (Bucket as Extendable) {}
  // Under the name of the one that it extends, as `import { Bucket as SovereignBucket }` allows.
  const same = { Bucket: class extends Archive {} };
  Object.defineProperty(same.Bucket, "name", { value: "Bucket" });
  const direct = { Bucket: class extends (Bucket as Extendable) {} };

  it.each([Archive, same.Bucket, direct.Bucket] as Made[])("hands on what is its own", (made) => {
    expect(refusal(() => new made(stack(), "one", { department: "legal", days: 3, versioned: true }))).toBe("accepted");
  });

  it.each(["versionned", "lokc", "tag", "Lock"])("is refused the slip %s", (slip) => {
    expect(refusal(() => new (Archive as Made)(stack(), "one", { [slip]: true }))).toMatch(
      new RegExp(`^shop/one: an Archive has no \\{ ${slip} \\}\\.`),
    );
  });

  it("is refused what one of ours cannot be", () => {
    expect(refusal(() => new (Archive as Made)(stack(), "one", { department: "legal", versioned: "yes" }))).toMatch(/versioned: "yes"/);
  });
});

const CASES: readonly (readonly [what: string, made: Made | undefined, props: unknown, message: string])[] = [
  [
    "with the nearest name",
    Bucket,
    { versionned: false },
    "a Bucket has no { versionned }. Did you mean { versioned }? It takes key, lifecycle, lock, name, protect, replicateTo, tags, versioned.",
  ],
  [
    "without a guess that is none",
    Bucket,
    { publicAcess: true },
    "a Bucket has no { publicAcess }. It takes key, lifecycle, lock, name, protect, replicateTo, tags, versioned.",
  ],
  [
    "inside of another",
    Bucket,
    { lock: { mode: "governance", day: 3 } },
    "lock has no { lock: { day } }. Did you mean { lock: { days } }? It takes days, mode.",
  ],
  [
    "of a member of a list",
    Firewall,
    { inbound: [{ fron: "10.0.0.0/8" }] },
    "inbound has no { inbound: [{ fron }] }. Did you mean { inbound: [{ from }] }? It takes from, ports, protocol, why.",
  ],
  [
    "of one of several shapes",
    Instance,
    { flavour: { cpu: 4, memory: 16 } },
    "flavour has no { flavour: { cpu } }. Did you mean { flavour: { cpus } }? It takes cpus, memory.",
  ],
  ["all that are missing", Instance, {}, "an Instance needs { flavour }, { image }, { network } and { sshKey }."],
  ["none at all", Instance, undefined, "its props are undefined: give an object."],
  [
    "a word that is another",
    Database,
    { engine: "postgres" },
    '{ engine: "postgres" } is none of these: "clickhouse", "kafka", "mongodb", "mysql", "opensearch", "postgresql", "valkey". Did you mean "postgresql"?',
  ],
  ["a text for true or false", Bucket, { versioned: "no" }, '{ versioned: "no" } is not true or false.'],
  ["a text for a construct", Cluster, { network: "network" }, '{ network: "network" } is not a Network.'],
  ["one for a list", Cluster, { allowedFrom: "10.0.0.0/8" }, '{ allowedFrom: "10.0.0.0/8" } is no list.'],
  ["nothing for something", Bucket, { name: null }, "{ name: null } is not a text."],
  [
    "a name for a place",
    SovereignStack,
    { at: "GRA11" },
    '{ at: "GRA11" } is not a place. Write ovh("GRA11"), or placeFrom("ovh:GRA11", ovh) for what comes from configuration.',
  ],
];

it.each(CASES)("%s", (_what, made, props, message) => {
  expect(refusal(() => new (made as Made)(stack(), "one", props))).toBe(`shop/one: ${message}`);
});

it("leaves what is left out, and what the engine alone knows", () => {
  const { TerraformVariable } = constructs as never as { TerraformVariable?: unknown };
  expect(TerraformVariable).toBeUndefined();
  const shop = stack();
  expect(refusal(() => new (Bucket as Made)(shop, "media", { name: undefined, unknownAndUndefined: undefined }))).toBe("accepted");
  expect(refusal(() => new (Network as Made)(shop, "network", undefined))).toBe("accepted");
});
