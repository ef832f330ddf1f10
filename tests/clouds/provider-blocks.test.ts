import { describe, expect, it } from "vitest";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { attributePaths, loadSchema, namedInBlock, passedOver } from "../../clouds/schema/index.ts";

describe.each(CLOUD_FACTS.map((facts) => [facts.cloud, facts] as const))("the provider block of %s", (cloud, facts) => {
  const paths = [...attributePaths(loadSchema(cloud).provider.block)];

  it("has every attribute that the facts name, and lets it be set", () => {
    const settable = new Set(paths.filter((path) => path.settable).map((path) => path.path));
    expect(namedInBlock(facts.provider).filter((path) => !settable.has(path))).toEqual([]);
  });

  it("has no attribute that may choose who answers or where, and that the facts pass over", () => {
    expect(passedOver(loadSchema(cloud), facts.provider)).toEqual([]);
  });

  it("names no attribute twice", () => {
    expect(namedInBlock(facts.provider).length).toBe(new Set(namedInBlock(facts.provider)).size);
  });
});
