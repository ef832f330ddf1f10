import type { CloudFacts } from "../../clouds/contract/index.ts";
import type { Hearing } from "../hearing/hearing.ts";
import type { Endpoint } from "../operator/endpoints.ts";
import type { Chain } from "../values/value.ts";
import { spotsNamed, undecided } from "./codes.ts";
import { spotRefusal } from "./refusal.ts";
import type { Spot } from "./spot.ts";

type Known = Extract<Endpoint, { is: "known" }>;

/**
 * Everywhere that can be reached from an identity service, where its operator documents it and nothing says which of these regions is meant: inside
 * when each is approved, and undecided otherwise, since the one that is meant may be.
 */
export function reachedSpots(
  hearing: Hearing,
  answered: readonly Known[],
  facts: CloudFacts,
  { attribute, ...at }: { readonly path: string; readonly chain: Chain; readonly attribute: string },
): readonly Spot[] {
  if (answered.length === 0 || answered.some((e) => e.answerer.reaches === undefined)) return [];
  return answered.flatMap((e) => {
    const reaches = e.answerer.reaches ?? [];
    const chain = [...at.chain, ...e.chain, { at: "reaches", text: reaches.join(", ") }];
    const spots = reaches.flatMap((code) => spotsNamed(e.answerer.facts ?? facts, { code, path: e.path, chain }));
    if (spots.every((spot) => spotRefusal(hearing, spot) === undefined)) return spots;
    return [
      undecided(
        { path: at.path, chain },
        `the provider block does not say ${attribute}, and its address reaches ${reaches.join(" and ")}`,
        `write ${attribute} in the provider block`,
      ),
    ];
  });
}
