import type { Region } from "../contract/region.ts";

/** What its users wrote down of the operator's documentation: `core.fuga.cloud`, `ams2` in Amsterdam and `fra` in Frankfurt. */
const fuga = {
  source: "https://github.com/ruifrvaz/smaqit skills/smaqit.infrastructure-provider-cyso/references/cyso-reference.md",
  seen: "2026-11-29",
} as const;
/** The code `europe-nl` stands in the operator's own example (leafcloudhq/tf-leafcloud-llm providers.tf). */
const leafcloud = { source: "https://leaf.cloud/security/", seen: "2026-11-29" } as const;

/** Regions that are read, and in which nothing is built: the names of flavours and images there are not known to us. */
export const readRegions = {
  ams2: { country: "NL", city: "Amsterdam", at: [52.37, 4.895], operator: "fuga", ...fuga },
  fra: { country: "DE", city: "Frankfurt", at: [50.111, 8.682], operator: "fuga", ...fuga },
  "europe-nl": { country: "NL", city: "Amsterdam", at: [52.37, 4.895], operator: "leafcloud", ...leafcloud },
} as const satisfies Readonly<Record<string, Region>>;
