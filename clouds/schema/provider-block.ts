import type { ProviderFacts } from "../contract/facts.ts";
import type { LoadedSchema } from "./load.ts";
import { looksLikePlace } from "./location-like.ts";
import { attributePaths } from "./paths.ts";

/** Attributes of the provider block of which the facts say what they mean. */
export const namedInBlock = ({ endpoint, place, notPlaces, elsewhere }: ProviderFacts): readonly string[] => [
  ...(endpoint?.paths ?? []),
  ...(endpoint?.parts ?? []),
  ...(place?.paths ?? []),
  ...(place?.projects?.paths ?? []),
  ...Object.keys(notPlaces ?? {}),
  ...Object.keys(elsewhere ?? {}),
];

/** Whether an attribute of a provider block may choose who answers, or where. */
const chooses = (name: string): boolean =>
  looksLikePlace(name) || /endpoint|url|host|^api$|^cloud$|profile|config_file|environment/.test(name);

/** Attributes of the provider block that may choose who answers or where, and of which the facts say nothing. */
export function passedOver(schema: LoadedSchema, facts: ProviderFacts): readonly string[] {
  const known = new Set(namedInBlock(facts));
  return [...attributePaths(schema.provider.block)]
    .filter(({ name, type, settable }) => settable && type !== null && chooses(name))
    .map(({ path }) => path)
    .filter((path) => !known.has(path));
}
