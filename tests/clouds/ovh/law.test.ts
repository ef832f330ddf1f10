import { expect, it } from "vitest";
import { countriesOf, InputError } from "../../../catalogue/index.ts";
import type { Concepts, Draft, Lower, Place } from "../../../clouds/contract/index.ts";
import { ovh } from "../../../clouds/ovh/index.ts";
import { defaultPolicy, type Json, judge, readDocument } from "../../../guard/index.ts";
import { recorder, SPECS } from "../../../testing/index.ts";

/** Reading is the inverse of writing: what a spec promises (private, encrypted, here and nowhere else), the guard finds in what was written. */

const at = ovh as unknown as (region: string) => Place;
const EU = Object.keys(ovh.regions).filter((code) => countriesOf("eu").includes(at(code).country));

/** What a spec promises to open, as the rules name it; everything else it promises to keep. Encryption that no attribute shows is said, not passed. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  "firewall largest": ["isolation/ingress"],
  "instance public": ["isolation/public-address"],
  "instance configured, public": ["isolation/public-address"],
  "loadBalancer public": ["isolation/public-address"],
  "privateAccess default": ["isolation/public-address"],
  "privateAccess chosen": ["isolation/public-address"],
};

function document(drafts: readonly Draft[], lookUps: readonly Draft[]): Json {
  const tree = (all: readonly Draft[]) => {
    const types: Record<string, Record<string, unknown>> = {};
    for (const { type, id, args } of all) types[type] = { ...types[type], [id]: args };
    return types;
  };
  // Ids that specs bring from other constructs stand for literals here.
  const text = JSON.stringify({
    terraform: { required_providers: { ovh: { source: "ovh/ovh", version: "2.19.0" } }, backend: { local: { path: "x.tfstate" } } },
    provider: { ovh: [{ endpoint: "ovh-eu" }] },
    resource: tree(drafts),
    data: tree(lookUps),
  }).replace(/\$\{(?:net|fw|vol|share|ring|secret|store)\.(\w)\.\w+\}/g, "id-$1");
  return JSON.parse(text) as Json;
}

const CONCEPTS = ["network", "firewall", "instance", "volume", "bucket", "fileShare", "loadBalancer", "privateAccess"];

const cases = Object.entries(SPECS)
  .filter(([concept]) => CONCEPTS.includes(concept))
  .flatMap(([concept, specs]) =>
    Object.entries(specs as Record<string, (place: Place) => unknown>).map(
      ([kind, spec]) => [`${concept} ${kind}`, concept as keyof typeof ovh.lower, spec] as const,
    ),
  );

it.each(cases)("reads what it wrote: %s", (name, concept, spec) => {
  const wrong: string[] = [];
  let judged = 0;
  for (const region of EU) {
    const tape = recorder(at(region));
    try {
      (ovh.lower[concept] as unknown as Lower<keyof Concepts>)(spec(at(region)) as never, tape.cx);
    } catch (error) {
      if (error instanceof InputError) continue;
      throw error;
    }
    judged += 1;
    const report = judge([readDocument(document(tape.drafts(), tape.lookUps()), "cdk.tf.json")], defaultPolicy, {
      rules: ["residency", "jurisdiction", "encryption", "isolation"],
    });
    const against = [
      ...new Set(report.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided").map(({ rule }) => rule)),
    ].sort();
    if (JSON.stringify(against) !== JSON.stringify(OPEN[name] ?? []))
      wrong.push(`${region}: ${report.findings.map(({ rule, verdict, message }) => `${rule} ${verdict} ${message}`).join("; ")}`);
    for (const { place, address } of report.resources)
      if (place !== null && place.region !== null && place.country !== at(region).country)
        wrong.push(`${region}: ${address} is read at ${place.region} (${place.country})`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  if (judged === 0)
    expect(["firewall narrow", "instance configured and filtered", "bucket own key", "loadBalancer public, no way out"]).toContain(name);
});
