import type { Region } from "../contract/region.ts";

/** The names that OVHcloud's console shows for its codes. */
const docs = {
  source: "https://github.com/ovh/manager packages/manager/apps/pci-instances/public/translations/regions/Messages_en_GB.json",
  seen: "2026-11-23",
} as const;
/** Containers stand in regions of their own there (`GRA`, `SBG`), which sell no machines: buckets of OVHcloud are made through `terroir/ovh`. */
const without = ["bucket"] as const;

/**
 * Regions of OVHcloud that its OpenStack serves, for those who stay on OpenStack's own interface. The guard reads them by the identity address, as those of
 * the cloud `ovh`; here they are so that a place can be made of them.
 */
export const ovhRegions = {
  GRA11: { country: "FR", city: "Gravelines", at: [50.987, 2.126], operator: "ovhcloud", without, ...docs },
  GRA9: { country: "FR", city: "Gravelines", at: [50.987, 2.126], operator: "ovhcloud", without, ...docs },
  SBG5: { country: "FR", city: "Strasbourg", at: [48.573, 7.752], operator: "ovhcloud", without, ...docs },
  DE1: { country: "DE", city: "Limburg", at: [50.399, 8.08], operator: "ovhcloud", without, ...docs },
  WAW1: { country: "PL", city: "Warsaw", at: [52.23, 21.012], operator: "ovhcloud", without, ...docs },
} as const satisfies Readonly<Record<string, Region>>;
