import { describe, expect, it } from "vitest";
import { BACKENDS, KEYS, REMOTE_STATES } from "./backends.ts";
import { BLOCKS } from "./blocks.ts";
import { type Cases, judged, refused } from "./document.ts";
import { HONEST } from "./honest.ts";
import { ENDPOINTS, PROVIDERS } from "./providers.ts";
import { PARENTS, PLACES, SENDINGS } from "./resources.ts";
import { EXPRESSIONS, INSTANCES, SHAPES } from "./values.ts";

const FAMILIES: Readonly<Record<string, Cases>> = {
  "a provider": PROVIDERS,
  "an endpoint": ENDPOINTS,
  "state kept": BACKENDS,
  "keys of state": KEYS,
  "state read": REMOTE_STATES,
  "a region as": SHAPES,
  "a region by": EXPRESSIONS,
  instances: INSTANCES,
  "a parent": PARENTS,
  "a sending": SENDINGS,
  places: PLACES,
  "a block": BLOCKS,
};

describe("lets through", () => {
  it.each(Object.entries(HONEST))("%s", (_name, document) => {
    const report = judged(document);
    expect(refused(report)).toEqual([]);
    expect(report.verdict).toBe("inside");
  });
});

describe.each(Object.entries(FAMILIES))("refuses %s", (_family, cases) => {
  it.each(Object.entries(cases))("%s", (_name, [rule, added]) => {
    const report = judged(added);
    expect(refused(report).map((finding) => finding.rule)).toContain(rule);
    expect(report.verdict).toBe("refused");
  });
});
