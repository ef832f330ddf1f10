import { describe, expect, it } from "vitest";
import type { CloudFacts } from "../../clouds/contract/facts.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { attributePaths, loadSchema, looksLikePlace } from "../../clouds/schema/index.ts";

const named = ({ provider: { endpoint, place, notPlaces, elsewhere } }: CloudFacts): readonly string[] => [
  ...(endpoint?.paths ?? []),
  ...(endpoint?.parts ?? []),
  ...(place?.paths ?? []),
  ...(place?.projects?.paths ?? []),
  ...Object.keys(notPlaces ?? {}),
  ...Object.keys(elsewhere ?? {}),
];

/** Attributes of a provider block that may choose who answers, or where. */
const chooses = (name: string): boolean =>
  looksLikePlace(name) || /endpoint|url|host|^api$|^cloud$|profile|config_file|environment/.test(name);

describe.each(CLOUD_FACTS.map((facts) => [facts.cloud, facts] as const))("the provider block of %s", (cloud, facts) => {
  const paths = [...attributePaths(loadSchema(cloud).provider.block)];

  it("has every attribute that the facts name, and lets it be set", () => {
    const settable = new Set(paths.filter((path) => path.settable).map((path) => path.path));
    expect(named(facts).filter((path) => !settable.has(path))).toEqual([]);
  });

  it("has no attribute that may choose who answers or where, and that the facts pass over", () => {
    const known = new Set(named(facts));
    const passed = paths.filter(({ name, type, settable }) => settable && type !== null && chooses(name)).map(({ path }) => path);
    expect(passed.filter((path) => !known.has(path))).toEqual([]);
  });

  it("names no attribute twice", () => {
    expect(named(facts).length).toBe(new Set(named(facts)).size);
  });
});
