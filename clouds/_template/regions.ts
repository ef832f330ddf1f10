import type { Region } from "terroir/extend";

const docs = { source: "https://docs.__PREFIX__.example/regions", seen: "__TODAY__" } as const;

/** Regions under the codes that the provider's users write. Those outside the EU belong here as well: they are refused by name, not as unknown. */
export const regions = {
  "north-1": { country: "FR", city: "Lille", at: [50.63, 3.06], zones: ["north-1a", "north-1b"], ...docs },
  "west-1": { country: "GB", city: "London", at: [51.51, -0.13], ...docs },
} as const satisfies Readonly<Record<string, Region>>;
