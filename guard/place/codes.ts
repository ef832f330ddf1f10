import { country } from "../../catalogue/index.ts";
import type { Absence, CloudFacts, PlaceName } from "../../clouds/contract/index.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { standingOf } from "../hearing/standings.ts";
import type { Chain } from "../values/value.ts";
import type { Spot } from "./spot.ts";

/** Values by which people ask for every region at once, whatever the product. */
const EVERYWHERE = new Set(["all", "any", "*", "global", "world", "worldwide"]);

/** Areas that hold approved countries among others: they never decide. */
const VAGUE = new Set(["eu", "europe", "emea", "eea", "european union"]);

export interface Written {
  readonly code: string;
  readonly path: string;
  readonly chain: Chain;
}

/** The places that a text can mean at a cloud. */
export function spotsNamed(facts: CloudFacts, written: Written, names: PlaceName = "region"): readonly Spot[] {
  const { code, path, chain } = written;
  if (names === "project") {
    const region = regionOf(facts, code.split("_", 1)[0] ?? "");
    return [region === undefined ? { is: "stranger", code, facts, path, chain } : { is: "region", code, region, facts, path, chain }];
  }
  if (names === "region") {
    const region = regionOf(facts, code);
    if (region !== undefined) return [{ is: "region", code, region, facts, path, chain }];
  }
  const folded = code.trim().toLowerCase();
  if (names === "region") {
    const group = Object.hasOwn(facts.groups ?? {}, code) ? facts.groups?.[code] : undefined;
    if (group !== undefined) {
      const way = [...chain, { at: `${code}, which is ${group.join(", ")}` }];
      return group.flatMap((member) => spotsNamed({ ...facts, groups: {} }, { code: member, path, chain: way }));
    }
    if (EVERYWHERE.has(folded)) return [{ is: "everywhere", code, because: `"${code}" means every region`, path, chain }];
    return [{ is: "stranger", code, facts, path, chain }];
  }
  const named = country(code);
  if (named !== undefined && !VAGUE.has(folded)) return [{ is: "country", code, country: named.code, path, chain }];
  if (VAGUE.has(folded)) return [undecided(written, `"${code}" is an area and no place`, "name a region of an approved country as well")];
  return [{ is: "everywhere", code, because: `"${code}" is no approved country`, path, chain }];
}

/**
 * Some region of the operator, nobody knows which: all of them, where each is approved and none can be wrong; else nothing that could be judged.
 */
export function somewhereAt(hearing: Hearing, facts: CloudFacts, at: Omit<Written, "code">, because: string, fix: string): readonly Spot[] {
  const all = Object.keys(facts.regions).flatMap((code) =>
    spotsNamed(facts, { ...at, code, chain: [...at.chain, { at: `any region of ${facts.cloud}` }] }),
  );
  const approved = all.length > 0 && all.every((spot) => spot.is === "region" && standingOf(hearing, spot.facts, spot.region).approved);
  return approved ? all : [undecided(at, because, fix)];
}

export const undecided = ({ path, chain }: Omit<Written, "code">, because: string, fix: string): Spot => ({
  is: "undecided",
  because,
  fix,
  path,
  chain,
});

/** Values that are no code but a wish, by the placement's own table, whatever their case. */
export function special(table: Readonly<Record<string, Absence>> | undefined, code: string): Absence | undefined {
  if (table === undefined) return undefined;
  const key = Object.keys(table).find((word) => word.toLowerCase() === code.trim().toLowerCase());
  return key === undefined ? undefined : table[key];
}
