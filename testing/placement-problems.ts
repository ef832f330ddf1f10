import type { CloudFacts } from "../clouds/contract/index.ts";
import { type LoadedSchema, passedOver, unclassified } from "../clouds/schema/index.ts";

/**
 * What a provider's schema has and a cloud's placements do not answer for: types without an entry, and attributes named like a location that the
 * type's entry does not mention; of the provider block, attributes that may choose who answers or where. One sentence each; empty when the cloud is complete.
 *
 * @example
 * const schema = providerSchema("ovh");
 * console.assert(placementProblems({ resources: {}, dataSources: {} }, schema).length > 0);
 */
export function placementProblems(
  facts: Pick<CloudFacts, "resources" | "dataSources"> & Partial<Pick<CloudFacts, "provider">>,
  schema: LoadedSchema,
): readonly string[] {
  const ofBlock = (facts.provider === undefined ? [] : passedOver(schema, facts.provider)).map(
    (path) => `the provider block does not say what ${path} means: name it in the provider's facts, under notPlaces if it chooses nothing`,
  );
  const ofTypes = unclassified(schema, facts).map(({ kind, type, paths }) =>
    paths.length === 0
      ? `${kind} ${type} has no placement: say where it is, or why that does not matter`
      : `${kind} ${type} does not say what ${paths.join(", ")} ${paths.length === 1 ? "means" : "mean"}: name it in the placement, under notPlaces if it is no place`,
  );
  return [...ofBlock, ...ofTypes];
}
