/** The mutators that come with the kit: each makes worse what the catalogue can read of a resource. */
import { today } from "../../catalogue/index.ts";
import type { CloudFacts, Placement } from "../../clouds/contract/index.ts";
import { regionStanding } from "../../guard/approvals/approvals.ts";
import { regionOf } from "../../guard/approvals/regions.ts";
import type { Json } from "../../guard/index.ts";
import type { Edit, Mutator, Target } from "./mutant.ts";
import { type Spot, spotsAt, withValue } from "./paths.ts";

/** What nobody can know beforehand: a variable without a value. */
export const UNKNOWN = "${var.terroir_mutation}";

const entry = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** Attributes of a resource that name a region. */
function placePaths({ facts, type }: Target): readonly string[] {
  const placement = entry<Placement>(facts?.resources, type);
  if (placement === undefined) return [];
  const own =
    "paths" in placement && ("names" in placement ? (placement.names ?? "region") === "region" : true) ? (placement.paths ?? []) : [];
  const sent = (placement.sends ?? []).filter(({ means, path }) => means === "region" && path !== "").map(({ path }) => path);
  return [...own, ...sent];
}

/** Regions that the policy does not approve, those written in the same form first. */
function outside(facts: CloudFacts, policy: Target["policy"], like: string): string | undefined {
  const form = (code: string): string =>
    code
      .replace(/[a-z]+/g, "a")
      .replace(/[A-Z]+/g, "A")
      .replace(/\d+/g, "0");
  const codes = [...Object.keys(facts.regions), ...Object.keys(facts.locations ?? {})].filter((code) => {
    const region = regionOf(facts, code);
    return region !== undefined && !regionStanding(policy, facts, region, today()).approved;
  });
  return codes.find((code) => form(code) === form(like)) ?? codes[0];
}

const said = ({ at, value }: Spot, to: string): string =>
  `${at.join(".")}: ${value === undefined ? "absent" : JSON.stringify(value)} → ${to}`;

/** Moves each region to one that the policy does not approve. */
export const movesRegion: Mutator = function* (target) {
  const { facts, policy, body } = target;
  if (facts === undefined) return;
  for (const path of placePaths(target))
    for (const spot of spotsAt(body, path)) {
      if (typeof spot.value !== "string" || regionOf(facts, spot.value) === undefined) continue;
      const elsewhere = outside(facts, policy, spot.value);
      if (elsewhere !== undefined) yield { kind: "moves-region", what: said(spot, elsewhere), body: withValue(body, spot.at, elsewhere) };
    }
};

/** Takes encryption away where an attribute says it. */
export const dropsEncryption: Mutator = function* ({ facts, type, body }) {
  const how = entry(facts?.readings, type)?.encryption;
  if (how?.by !== "attribute") return;
  for (const spot of spotsAt(body, how.path)) {
    if (spot.value === undefined) continue;
    // Where silence means encrypted, only another value takes it away.
    const to: Json | undefined = how.absent ? (typeof spot.value === "boolean" ? false : "none") : undefined;
    if (how.absent && how.when === "present") continue;
    yield { kind: "drops-encryption", what: said(spot, to === undefined ? "absent" : String(to)), body: withValue(body, spot.at, to) };
  }
};

/** Lets the whole internet in where a list says who may enter. */
export const opensIngress: Mutator = function* ({ facts, type, body }) {
  for (const { path, mask, of } of entry(facts?.readings, type)?.ingress ?? []) {
    if (mask !== undefined || of !== undefined) continue;
    for (const spot of spotsAt(body, path))
      if (typeof spot.value === "string" && /^[\d.]+(?:\/\d+)?$/.test(spot.value))
        yield { kind: "opens-ingress", what: said(spot, "0.0.0.0/0"), body: withValue(body, spot.at, "0.0.0.0/0") };
  }
};

/** Takes away what stands beside a resource and closes it: a cluster's list of addresses, in a resource of its own. */
export const dropsCompanion = (companions: ReadonlySet<string>): Mutator =>
  function* ({ type }) {
    if (companions.has(type)) yield { kind: "opens-ingress", what: "it is taken away", body: null };
  };

/** Gives a public address where the resource is private by attribute. */
export const makesPublic: Mutator = function* ({ facts, type, body }) {
  for (const { path, public: open } of entry(facts?.readings, type)?.exposure ?? []) {
    const [value] = Array.isArray(open) ? (open as readonly (string | boolean)[]) : [];
    if (value === undefined || path === "") continue;
    for (const spot of spotsAt(body, path))
      if (spot.value !== undefined && spot.value !== value)
        yield { kind: "makes-public", what: said(spot, String(value)), body: withValue(body, spot.at, value) };
  }
};

/** Makes what decides unknown: a region, an encryption, an address that nobody knows beforehand must be refused like a wrong one. */
export const makesUnknown: Mutator = function* (target): Iterable<Edit> {
  const { facts, type, body } = target;
  const reading = entry(facts?.readings, type);
  const encryption = reading?.encryption?.by === "attribute" && reading.encryption.when !== "present" ? [reading.encryption.path] : [];
  const ingress = (reading?.ingress ?? []).filter(({ of }) => of === undefined).map(({ path }) => path);
  for (const path of new Set([...placePaths(target), ...encryption, ...ingress]))
    for (const spot of spotsAt(body, path))
      if (spot.value !== undefined && typeof spot.value !== "object")
        yield { kind: "makes-unknown", what: said(spot, "unknown"), body: withValue(body, spot.at, UNKNOWN), unknown: spot.at };
};
