import { describe, expect, it } from "vitest";
import { countriesOf, EU_COUNTRIES, InputError } from "../../../catalogue/index.ts";
import type { AnyCloud, Concepts, Draft, Lower, LowerContext, Place } from "../../../clouds/contract/index.ts";
import { cloudFacts } from "../../../clouds/facts.ts";
import { definePolicy, type Json, judge, readDocument } from "../../../guard/index.ts";
import { recorder, SPECS } from "../../../testing/index.ts";
import { ADAPTERS, placeIn } from "./adapters.ts";

/** Reading is the inverse of writing: what a spec promises (private, encrypted, here and nowhere else), the guard finds in what was written. */

/** What a spec promises to open, as the rules name it; everything else it promises to keep. Encryption that no attribute shows is said, not passed. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  "firewall largest": ["isolation/ingress"],
  "instance public": ["isolation/public-address"],
  "instance configured, public": ["isolation/public-address"],
  "loadBalancer public": ["isolation/public-address"],
  "loadBalancer public, terminating": ["isolation/public-address"],
  "privateAccess default": ["isolation/public-address"],
  "privateAccess chosen": ["isolation/public-address"],
  "privateAccess calls out, answers inside": ["isolation/public-address"],
  "privateAccess no way out": ["isolation/public-address"],
};

function document(place: Place, account: LowerContext["account"], drafts: readonly Draft[], lookUps: readonly Draft[]): Json {
  const tree = (all: readonly Draft[]) => {
    const types: Record<string, Record<string, unknown>> = {};
    for (const { type, id, args } of all) {
      const further = place.cloud.further?.find(({ name }) => type.startsWith(`${name}_`)) ?? place.cloud.provider;
      const { alias } = further.block(place, account);
      types[type] = { ...types[type], [id]: { ...args, ...(alias === undefined ? {} : { provider: `${further.name}.${alias}` }) } };
    }
    return types;
  };
  const used = (name: string) => [...drafts, ...lookUps].some(({ type }) => type.startsWith(`${name}_`));
  const providers = [place.cloud.provider, ...(place.cloud.further ?? [])].filter(({ name }) => used(name));
  // Ids that specs bring from other constructs stand for literals here.
  const text = JSON.stringify({
    terraform: {
      required_providers: Object.fromEntries(providers.map(({ name, source, version }) => [name, { source, version }])),
      backend: { local: { path: "x.tfstate" } },
    },
    provider: Object.fromEntries(
      providers.map(({ name, block }) => {
        const { alias, args } = block(place, account);
        return [name, [{ ...args, ...(alias === undefined ? {} : { alias }) }]];
      }),
    ),
    resource: tree(drafts),
    data: tree(lookUps),
  }).replace(/\$\{(?:net|fw|vm|vol|share|ring|secret|store|kube|log|id|reg|db)\.(\w)\.\w+\}/g, "id-$1");
  return JSON.parse(text) as Json;
}

const CONCEPTS = [
  "network",
  "firewall",
  "instance",
  "volume",
  "bucket",
  "fileShare",
  "loadBalancer",
  "privateAccess",
  "cluster",
  "database",
];

/** Specs of which a cloud writes none: the contract tests what the refusals say. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  ovh: [
    "firewall narrow",
    "instance configured and filtered",
    "bucket own key",
    "loadBalancer public, no way out",
    "cluster no way out",
    "cluster the pods' addresses",
    "database five nodes",
    "database too large",
    "privateAccess no way out",
  ],
  outscale: [
    "instance largest",
    "instance configured, public",
    "volume own key",
    "bucket largest",
    "bucket own key",
    "loadBalancer addresses only",
    "loadBalancer public, no way out",
    "cluster largest",
    "privateAccess no way out",
  ],
  exoscale: [
    ...["default", "zones", "spoke", "vlan"].map((kind) => `network ${kind}`),
    "instance largest",
    "volume highest",
    "volume own key",
    "bucket largest",
    "bucket own key",
  ],
  hcloud: [
    ...["default", "zones", "spoke", "vlan"].map((kind) => `network ${kind}`),
    "firewall largest",
    "instance largest",
    "volume highest",
    "volume own key",
    "bucket largest",
    "bucket own key",
    "loadBalancer public",
    "loadBalancer public, terminating",
    "loadBalancer addresses only",
    "loadBalancer public, no way out",
  ],
  ionoscloud: [
    ...["closed", "default", "zones", "spoke", "vlan"].map((kind) => `network ${kind}`),
    "firewall largest",
    ...["default", "public", "largest", "configured", "configured and filtered"].map((kind) => `instance ${kind}`),
    "bucket largest",
    "bucket own key",
    ...["shut", "two"].map((kind) => `fileShare ${kind}`),
    ...["default", "public", "terminating", "addresses only", "public, no way out"].map((kind) => `loadBalancer ${kind}`),
    "privateAccess chosen",
    "cluster largest",
    ...["mysql, one node", "postgresql", "mysql", "kafka", "opensearch", "clickhouse", "too large"].map((kind) => `database ${kind}`),
  ],
  openstack: [
    "instance largest",
    "volume own key",
    "bucket largest",
    "bucket own key",
    "loadBalancer public, no way out",
    "privateAccess no way out",
  ],
  opentelekomcloud: [
    "instance largest",
    "instance configured",
    "instance configured, public",
    "bucket largest",
    "fileShare two",
    "loadBalancer public, no way out",
    "privateAccess no way out",
    "cluster largest",
    "cluster no way out",
    ...["default", "mysql, one node", "postgresql", "mysql", "mongodb", "valkey", "kafka", "opensearch", "clickhouse", "five nodes"].map(
      (kind) => `database ${kind}`,
    ),
    "database too large",
  ],
  upcloud: [
    ...["default", "public", "largest", "configured and filtered"].map((kind) => `instance ${kind}`),
    "volume own key",
    "bucket largest",
    "bucket own key",
    "fileShare shut",
    "loadBalancer public, no way out",
    "privateAccess chosen",
    "cluster largest",
    "cluster no way out",
    ...["mysql", "mongodb", "kafka", "opensearch", "clickhouse", "five nodes", "postgresql", "too large"].map((kind) => `database ${kind}`),
  ],
  stackit: [
    "network spoke",
    "instance configured",
    "instance configured, public",
    "instance largest",
    "volume own key",
    "bucket largest",
    "bucket own key",
    "loadBalancer public, terminating",
    "loadBalancer terminating",
    "loadBalancer public, no way out",
    "privateAccess no way out",
    "cluster largest",
  ],
  scaleway: [
    "firewall largest",
    "instance largest",
    "volume own key",
    "bucket largest",
    "cluster largest",
    "cluster no way out",
    "database postgresql",
    "database mysql",
    "database valkey",
    "database kafka",
    "database opensearch",
    "database clickhouse",
    "database five nodes",
    "database too large",
    "privateAccess no way out",
  ],
};

/**
 * Operators with a seat in the Union whose control is elsewhere: the law is about what was written, not about whom the policy trusts. Exoscale's interface
 * answers from Switzerland, where its operator sits. Of a network in another document and of a store whose address says no place, the policy says it.
 */
const policyAt = ({ id, cloud }: Place, { objectStorage = "" }: LowerContext["account"]) =>
  definePolicy({
    ...(cloud.name === "exoscale" ? { countries: [...EU_COUNTRIES, "CH"] } : {}),
    operators: { also: ["cleura", "plusserver", ...(cloud.name === "exoscale" ? ["exoscale"] : [])] },
    // Facts of OpenStack know OVHcloud's regions by another cloud's name.
    ...(cloud.name === "openstack" ? {} : { located: { "id-n": id, [`${objectStorage}.upcloudobjects.com`]: id } }),
  });

/** What points at something by an id that is not in the same document, and what the guard cannot know: it asks, rightly. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "ovh cluster largest": ["residency/log-sink"],
  "ovh database kafka": ["residency/backup"],
  "ovh database postgresql": ["residency/log-sink"],
  "hcloud loadBalancer default": ["isolation/peering"],
  "hcloud loadBalancer terminating": ["isolation/peering"],
  "outscale network spoke": ["isolation/peering"],
  // No way out is needed there for a public address.
  "scaleway loadBalancer public, no way out": ["isolation/public-address"],
};

/** A name may mean several regions at once, this one among them: `eu-central` of Hetzner. */
const together = (cloud: string, ...regions: readonly string[]): boolean =>
  Object.values(cloudFacts(cloud)?.groups ?? {}).some((group) => regions.every((region) => group.includes(region)));

describe.each(ADAPTERS)("%s", (name, cloud) => {
  const eu = Object.keys(cloud.regions).filter((code) => countriesOf("eu").includes(placeIn(cloud, code).country));
  const cases = CONCEPTS.filter((concept) => concept in cloud.lower).flatMap((concept) =>
    Object.entries(SPECS[concept as keyof typeof SPECS] as Readonly<Record<string, (place: Place) => unknown>>).map(
      ([kind, spec]) => [`${concept} ${kind}`, concept as keyof AnyCloud["lower"], spec] as const,
    ),
  );

  it.each(cases)("reads what it wrote: %s", (kind, concept, spec) => {
    const wrong: string[] = [];
    let judged = 0;
    for (const region of eu) {
      const place = placeIn(cloud, region);
      if (!(concept in place.offers)) continue;
      const tape = recorder(place);
      try {
        (cloud.lower[concept] as unknown as Lower<keyof Concepts>)(spec(place) as never, tape.cx);
      } catch (error) {
        if (error instanceof InputError) continue;
        throw error;
      }
      judged += 1;
      const report = judge(
        [readDocument(document(place, tape.cx.account, tape.drafts(), tape.lookUps()), "cdk.tf.json")],
        policyAt(place, tape.cx.account),
        {
          rules: ["residency", "jurisdiction", "encryption", "isolation", "execution"],
        },
      );
      const against = [
        ...new Set(report.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided").map(({ rule }) => rule)),
      ].sort();
      const asked = against.filter((rule) => !(ASKED[`${name} ${kind}`] ?? []).includes(rule));
      if (JSON.stringify(asked) !== JSON.stringify(OPEN[kind] ?? []))
        wrong.push(
          `${region}: ${report.findings
            .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
            .map(({ rule, verdict, message }) => `${rule} ${verdict} ${message}`)
            .join("; ")}`,
        );
      for (const { place: read, address } of report.resources)
        if (read !== null && read.region !== null && read.country !== place.country && !together(name, region, read.region))
          wrong.push(`${region}: ${address} is read at ${read.region} (${read.country})`);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // A cloud that brings its own test says there what it refuses.
    if (REFUSED[name] !== undefined) expect(judged === 0).toBe(REFUSED[name].includes(kind));
  });
});
